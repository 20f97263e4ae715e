import process from 'node:process';

/** The resident memory of the server's process, in bytes. */
export function GET(): Response {
  return Response.json(process.memoryUsage().rss);
}
