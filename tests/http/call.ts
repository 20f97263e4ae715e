import { GATE_SENTENCES } from '#lib/auth/gate-request.ts';
import type { EntryPoint } from './entry-points.ts';

/** How a call ended, as the table says it. `allowed`: the gate let it through, whatever was said about its content. */
export type Outcome =
  | 'allowed'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'another-site'
  | `failed ${number}`;

/** The values that stand in an address for `[caseId]` and the like. */
export type Names = Readonly<Record<string, string>>;

export type Caller = { origin: string; cookie?: string | undefined; site?: 'same-origin' | 'cross-site' };

export function addressOf(route: string, names: Names): string {
  return route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => names[name] ?? `no-${name}`);
}

/** A form as React sends it to a server action that is called `(state, form)`. */
export function actionBody(fields: Names): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  body.append('0', JSON.stringify([{ status: 'idle' }, '$K1']));
  return body;
}

function requestOf(entry: EntryPoint, names: Names): RequestInit {
  if (entry.kind === 'page')
    return { headers: { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' } };
  if (entry.kind === 'handler') return { method: entry.method };
  return {
    method: 'POST',
    headers: { 'next-action': entry.actionId, accept: 'text/x-component' },
    body: actionBody(names),
  };
}

/** Sends a request as a page of ours would, or as another site would make the browser send it. */
export function send({ origin, cookie, site = 'same-origin' }: Caller, address: string, init: RequestInit) {
  const headers = new Headers(init.headers);
  if (cookie) headers.set('cookie', cookie);
  headers.set('sec-fetch-site', site);
  if (init.method && init.method !== 'GET') headers.set('origin', origin);
  return fetch(origin + address, { ...init, headers, redirect: 'manual' });
}

function outcomeOf(entry: EntryPoint, response: Response, body: string): Outcome {
  const { status } = response;
  const location = response.headers.get('location') ?? '';
  if (status >= 500) return `failed ${status}`;
  if (status === 404) return 'not-found';
  if (entry.kind === 'page' && status === 307 && location.startsWith('/sign-in')) return 'signed-out';
  if (entry.kind === 'action') {
    for (const refusal of ['signed-out', 'forbidden', 'another-site'] as const) {
      if (body.includes(GATE_SENTENCES[refusal])) return refusal;
    }
    return status < 400 ? 'allowed' : `failed ${status}`;
  }
  if (status === 401) return 'signed-out';
  if (status === 403) return body.includes('another-site') ? 'another-site' : 'forbidden';
  return 'allowed';
}

/** Calls an entry point. `names` are what its address and, for an action, its form name. */
export async function call(
  entry: EntryPoint,
  caller: Caller,
  names: Names,
): Promise<{ outcome: Outcome; body: string }> {
  const response = await send(caller, addressOf(entry.route, names), requestOf(entry, names));
  const body = await read(response);
  return { outcome: outcomeOf(entry, response, body), body };
}

/** What an answer says; of one that goes on, as events do, what it begins with. */
async function read(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = response.body?.getReader();
  const begins = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(begins?.value);
}
