/** What a form or an action may send; the framework itself takes no more. */
const MOST_BYTES = 1024 * 1024;

/** Why nothing can be made of what was sent, with the status that says so. */
export type UnreadableBody = { status: 400 | 413; message: string };

const TOO_LARGE: UnreadableBody = {
  status: 413,
  message: 'This is more than a form may send (1 MB), so nothing was saved. Send less at once.',
};
const BROKEN: UnreadableBody = {
  status: 400,
  message: 'What was sent broke off or is no form, so nothing was saved. Reload the page and send it again.',
};

/**
 * Whether the framework will be able to read what is posted to a page; null: it will. What it cannot read it
 * answers with 500, before anything of ours is asked.
 */
export async function unreadableBody(request: Request): Promise<UnreadableBody | null> {
  if (Number(request.headers.get('content-length')) > MOST_BYTES) return TOO_LARGE;
  const body = await request.arrayBuffer();
  if (body.byteLength > MOST_BYTES) return TOO_LARGE;
  const type = request.headers.get('content-type') ?? '';
  try {
    if (type.startsWith('multipart/form-data'))
      await new Response(body, { headers: { 'content-type': type } }).formData();
    else if (request.headers.has('next-action')) JSON.parse(new TextDecoder().decode(body));
  } catch {
    return BROKEN;
  }
  return null;
}
