import { loadHealth } from '#lib/loaders/load-health.ts';

export const dynamic = 'force-dynamic';

/** For the start script and for monitors: 200 when the database answers, else 503. */
export async function GET(): Promise<Response> {
  const isHealthy = await loadHealth();
  return Response.json({ status: isHealthy ? 'ok' : 'unavailable' }, { status: isHealthy ? 200 : 503 });
}
