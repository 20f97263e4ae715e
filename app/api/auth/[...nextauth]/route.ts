import { NextRequest } from 'next/server';
import { refusalResponse } from '#lib/auth/gate-request.ts';
import { readBody } from '#lib/auth/read-body.ts';
import { answerNextAuth } from '#lib/auth/run-next-auth.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

// What next-auth offers beyond these (its log, its other pages) is not used here; a GET of its sign-in page only leads
// to ours.
const OFFERED: Record<string, ReadonlySet<string>> = {
  GET: new Set(['csrf', 'session', 'providers', 'error', 'signin', 'callback/oidc']),
  POST: new Set(['callback/credentials', 'signout']),
};

/** An e-mail address, a password, a token and an address: a hundred times less. Nobody need be signed in to send it. */
const MOST_BYTES = 64 * 1024;

const badRequest = () => Response.json({ error: 'bad-request' }, { status: 400 });

/** The fields of a posted form or JSON object; null for more than anybody types and for anything else, at which next-auth itself would fail. */
async function readFields(request: Request): Promise<URLSearchParams | null> {
  const bytes = await readBody(request, MOST_BYTES);
  if (!bytes) return null;
  const text = new TextDecoder().decode(bytes);
  if (!request.headers.get('content-type')?.includes('application/json')) return new URLSearchParams(text);
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return null;
    return new URLSearchParams(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
  } catch {
    return null;
  }
}

async function answer(request: NextRequest, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  if (!OFFERED[request.method]?.has(nextauth.join('/'))) return refusalResponse('not-found');
  if (request.method === 'GET') return orBadRequest(await answerNextAuth(request, nextauth));
  if (!isSameOrigin(request.headers)) return refusalResponse('another-site');
  const body = await readFields(request);
  if (!body) return badRequest();
  const posted = new NextRequest(request.nextUrl, { method: 'POST', body });
  return orBadRequest(await answerNextAuth(posted, nextauth));
}

/** next-auth calls an address to return to that it cannot use a fault of the server. */
function orBadRequest(response: Response): Response {
  return response.status >= 500 ? badRequest() : response;
}

export const GET = answer;
export const POST = answer;
