import 'server-only';
import type { Action } from '#lib/domain/access/can.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { currentSession, type SignedIn, sessionOfPage } from './current-session.ts';
import { type AtCase, type AtClinic, authorizeCase, mayAttempt } from './gate.ts';
import { isSameOrigin } from './same-origin.ts';

/** Why a request is turned away before anything is read or written. */
export type GateRefusal = 'another-site' | 'signed-out' | 'forbidden' | 'not-found';

/** What the gate looks at; a `Request` is one. */
export type Asked = { method: string; headers: Headers };

const READS = new Set(['GET', 'HEAD']);

/** The signed-in person of a route handler or an action. What changes something must come from our own pages. */
export async function gatePerson({ method, headers }: Asked): Promise<Result<SignedIn, GateRefusal>> {
  if (!READS.has(method) && !isSameOrigin(headers)) return refused('another-site');
  const { signedIn } = await currentSession();
  return signedIn ? ok(signedIn) : refused('signed-out');
}

/** As `gatePerson`, for somebody whose role in the active clinic allows the action. */
export async function gateClinic(asked: Asked, action: Action): Promise<Result<AtClinic, GateRefusal>> {
  const gate = await gatePerson(asked);
  if (!gate.ok) return gate;
  const { clinic } = gate.value;
  if (clinic === null || !mayAttempt(gate.value, action)) return refused('forbidden');
  return ok({ ...gate.value, clinic });
}

/** As `gateClinic`, for what a page asks by itself while nobody need be there: it does not keep the session alive. */
export async function gateLookingOn(action: Action): Promise<Result<AtClinic, GateRefusal>> {
  const { signedIn } = await sessionOfPage();
  if (!signedIn) return refused('signed-out');
  const { clinic } = signedIn;
  if (clinic === null || !mayAttempt(signedIn, action)) return refused('forbidden');
  return ok({ ...signedIn, clinic });
}

/** As `gateLookingOn`, for a case of that clinic; an id that is unknown, malformed or foreign is not found. */
export async function gateCaseLookingOn(
  caseId: unknown,
  action: Action,
): Promise<Result<AtCase, GateRefusal>> {
  const gate = await gateLookingOn(action);
  if (!gate.ok) return gate;
  const authorized = await authorizeCase(gate.value, caseId);
  return authorized ? ok({ ...gate.value, caseId: authorized }) : refused('not-found');
}

/** As `gateClinic`, for a case of that clinic. An unknown, malformed or foreign id is not found. */
export async function gateCase(
  asked: Asked,
  caseId: unknown,
  action: Action,
): Promise<Result<AtCase, GateRefusal>> {
  const gate = await gateClinic(asked, action);
  if (!gate.ok) return gate;
  const authorized = await authorizeCase(gate.value, caseId);
  return authorized ? ok({ ...gate.value, caseId: authorized }) : refused('not-found');
}

const STATUS: Record<GateRefusal, number> = {
  'another-site': 403,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
};

/** The sentence for each refusal: what happened, what was kept, what to do. */
export const GATE_SENTENCES: Record<GateRefusal, string> = {
  'another-site':
    'This did not come from a page of Turnwise, so nothing was changed. Open the page again and repeat it.',
  'signed-out':
    'You are signed out, so nothing was saved. What you typed is still here: sign in again in another tab, then send it once more.',
  forbidden:
    'Your role in this clinic does not include this, so nothing was changed. An administrator can change your role.',
  'not-found': 'There is no such case in this clinic, so nothing was changed.',
};

/** The answer of a route handler to a request that the gate turned away. */
export function refusalResponse(refusal: GateRefusal): Response {
  const body = { error: refusal, message: GATE_SENTENCES[refusal] };
  return Response.json(body, { status: STATUS[refusal], headers: { 'cache-control': 'no-store' } });
}
