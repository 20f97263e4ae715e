const BROKEN =
  'What was sent broke off or is no form, so nothing was saved. Reload the page and send it again.';

/**
 * Why the framework will not be able to read what is posted to a page, as a sentence; null: it will. What it cannot
 * read it answers with 500, before anything of ours is asked.
 */
export async function unreadableBody(request: Request): Promise<string | null> {
  const type = request.headers.get('content-type') ?? '';
  try {
    const body = await request.arrayBuffer();
    if (type.startsWith('multipart/form-data'))
      await new Response(body, { headers: { 'content-type': type } }).formData();
    else if (request.headers.has('next-action')) JSON.parse(new TextDecoder().decode(body));
  } catch {
    return BROKEN;
  }
  return null;
}
