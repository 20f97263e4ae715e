import { type GateRefusal, refusalResponse } from '#lib/auth/gate-request.ts';
import { cookieOptions } from '#lib/auth/session-cookie.ts';
import {
  addressOfKept,
  type PhotographAnswer,
  type PhotographRefusal,
} from '#lib/schemas/photograph-answer.ts';
import { TYPED_COOKIE, type TypedPhotograph, typedToCookie } from '#lib/schemas/typed-photograph.ts';

const STATUS: Partial<Record<PhotographRefusal, number>> = {
  'too-large': 413,
  heic: 415,
  'not-a-photograph': 415,
  busy: 429,
  'one-at-a-time': 429,
  'store-away': 503,
  'case-closed': 409,
  'id-reused': 409,
};

/** A form that a browser sends by itself wants a page; our scripts want an answer. */
const wantsPage = (request: Request) => request.headers.get('accept')?.includes('text/html') ?? false;

// The rest of a file that is refused is read and thrown away: a browser reads the answer once its file has gone out.
const notKept = { 'cache-control': 'no-store' };

/** The photograph is on record; its page comes next, or the complication that it shows. */
export function answerRecorded(
  request: Request,
  caseId: string,
  { id, complicationId }: { id: string; complicationId: string | null },
): Response {
  const body: PhotographAnswer = { kind: 'recorded', id };
  if (!wantsPage(request)) return Response.json(body, { status: 201, headers: notKept });
  const response = seeOther(addressOfKept(caseId, complicationId));
  response.headers.append('set-cookie', cookie(caseId, '', 0));
  return response;
}

/** Nothing was kept; a page shows again what was typed, which no address may carry. */
export function answerRefused(
  request: Request,
  caseId: string,
  refusal: PhotographRefusal,
  typed?: TypedPhotograph,
): Response {
  const body: PhotographAnswer = { kind: 'refused', refusal };
  if (!wantsPage(request)) {
    return Response.json(body, { status: STATUS[refusal] ?? 422, headers: notKept });
  }
  const response = seeOther(`/cases/${caseId}/photographs?refused=${refusal}#add`);
  if (typed) response.headers.append('set-cookie', cookie(caseId, typedToCookie(typed), 300));
  return response;
}

/** The gate turned it away; a browser without scripts is led to sign in. */
export function answerTurnedAway(request: Request, caseId: string, refusal: GateRefusal): Response {
  const here = encodeURIComponent(`/cases/${encodeURIComponent(caseId)}/photographs`);
  return refusal === 'signed-out' && wantsPage(request)
    ? seeOther(`/sign-in?next=${here}`)
    : refusalResponse(refusal);
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...notKept, location } });
}

function cookie(caseId: string, value: string, seconds: number): string {
  const secure = cookieOptions().secure ? '; Secure' : '';
  const path = `/cases/${caseId}/photographs`;
  return `${TYPED_COOKIE}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** SHA-256 (hex) of the bytes that were sent. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
