import http from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { openedSession } from '#tests/factories/opened-session.ts';
import { addColleague } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { ACCESS } from './access-matrix.ts';
import { addressOf } from './call.ts';
import { type EntryPoint, listEntryPoints } from './entry-points.ts';
import { type Encoded, randomActionForms, randomBodies } from './random-bodies.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { makeTwoClinics, sessionCookie, type TwoClinics } from './two-clinics.ts';

const BODIES_PER_HANDLER = 10_000;
const QUERIES_PER_READER = 500;
const FORMS_PER_ACTION = 100;
const AT_ONCE = 16;
/** So many people send files at once, each of them one at a time: more are asked to come again. */
const SENDERS = 4;

const database = useDatabase();
const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
let server: RunningServer;
let clinics: TwoClinics;

beforeAll(async () => {
  await database.reset();
  server = await startServer();
  clinics = await makeTwoClinics();
});
afterAll(async () => {
  agent.destroy();
  await server.stop();
});

type Target = { method: string; address: string; headers: Record<string, string> };

/** The status of the answer, or why there was none. */
function statusOf({ method, address, headers }: Target, { type, bytes }: Encoded): Promise<number | string> {
  const query = method === 'GET' ? `?x=${encodeURIComponent(bytes.toString('latin1').slice(0, 300))}` : '';
  return new Promise((resolve) => {
    const { hostname, port } = new URL(server.origin);
    const sent = http.request({
      hostname,
      port,
      path: address + query,
      method,
      agent,
      headers: {
        ...headers,
        ...(type ? { 'content-type': type } : {}),
        'content-length': query ? 0 : bytes.length,
      },
    });
    sent.on('response', (response) => {
      const answered = () => resolve(response.statusCode ?? 0);
      response.resume().on('end', answered);
      // What goes on telling never ends by itself.
      if (response.headers['content-type']?.startsWith('text/event-stream')) {
        answered();
        sent.destroy();
      }
    });
    sent.on('error', (error) => resolve(error.message));
    sent.end(query ? undefined : bytes);
  });
}

/** What was answered with 500 or more, or not at all. Each sender sends one after another. */
async function failures(senders: readonly Target[], bodies: readonly Encoded[]): Promise<string[]> {
  const failed: string[] = [];
  const waiting = bodies.entries();
  const work = async (sender: Target) => {
    for (const [index, body] of waiting) {
      const status = await statusOf(sender, body);
      if (typeof status === 'string' || status >= 500) failed.push(`body ${index}: ${status}`);
    }
  };
  await Promise.all(senders.map(work));
  return failed;
}

/** Where and as whom: somebody whom the gate lets through, from a page of ours. */
async function targetOf(entry: EntryPoint): Promise<Target> {
  const { north, caseId, patientId, personId, photographId, feedToken, token } = clinics;
  const who = ACCESS[entry.name]?.who;
  const cookie = await sessionCookie(north, typeof who === 'object' ? (who[0] ?? 'surgeon') : 'surgeon');
  const names = {
    caseId,
    patientId,
    personId,
    photographId,
    feedToken,
    token,
    nextauth: 'callback/oidc',
  };
  return {
    method: entry.kind === 'handler' ? entry.method : 'POST',
    address: addressOf(entry.route, names),
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      ...(entry.kind === 'action' ? { 'next-action': entry.actionId } : {}),
    },
  };
}

const sendersOf = async (entry: EntryPoint): Promise<Target[]> => Array(AT_ONCE).fill(await targetOf(entry));

/** The same for a handler of files, each as somebody else. */
async function fileSendersOf(entry: EntryPoint): Promise<Target[]> {
  const { north } = clinics;
  const target = await targetOf(entry);
  return Promise.all(
    Array.from({ length: SENDERS }, async () => {
      const email = `${newId()}@north.example`;
      const { personId } = await addColleague(north.administrator, { email, roles: ['surgeon'] }, Date.now());
      const { cookie } = await openedSession(personId, Date.now());
      return { ...target, headers: { ...target.headers, cookie } };
    }),
  );
}

test('10,000 random bodies to each route handler that takes one are answered, none by a fault of ours', async () => {
  const bodies = await randomBodies(BODIES_PER_HANDLER);
  for (const entry of listEntryPoints()) {
    if (entry.kind !== 'handler') continue;
    const isFile = entry.method === 'POST' && entry.route.includes('[caseId]');
    const sent = entry.method === 'GET' ? bodies.slice(0, QUERIES_PER_READER) : bodies;
    const senders = await (isFile ? fileSendersOf : sendersOf)(entry);
    expect(await failures(senders, sent), entry.name).toEqual([]);
  }
});

test('random forms to each server action are answered, none by a fault of ours', async () => {
  const forms = await randomActionForms(FORMS_PER_ACTION, clinics.caseId);
  for (const entry of listEntryPoints().filter(({ kind }) => kind === 'action')) {
    expect(await failures(await sendersOf(entry), forms), entry.name).toEqual([]);
  }
});

test('what cannot be read at all is told to who sent it', async () => {
  const action = listEntryPoints().find(({ name }) => name === 'recordCallAction');
  if (!action) throw new Error('there is no such action');
  const target = await targetOf(action);
  const { 'next-action': actionId = '', ...headers } = target.headers;
  const page = { ...target, headers };
  const multipart = 'multipart/form-data; boundary=x';
  const sent = (to: Target, type: string, text: string) => statusOf(to, { type, bytes: Buffer.from(text) });
  expect(actionId).not.toBe('');
  for (const to of [target, page]) {
    expect(await sent(to, multipart, '--x\r\ncontent-disp')).toBe(400);
    expect(await sent(to, 'multipart/form-data', 'abc')).toBe(400);
    expect(await sent(to, multipart, 'x'.repeat(1_100_000))).toBe(413);
  }
  expect(await sent(target, 'text/plain', '{{{')).toBe(400);
  const elsewhere = { ...target, headers: { ...target.headers, origin: 'https://elsewhere.example' } };
  expect(await sent(elsewhere, 'text/plain', '[]')).toBe(403);
  expect(await sent({ ...page, method: 'TRACE' }, '', '')).toBe(405);
  expect(await sent({ ...page, method: 'OPTIONS', address: '*' }, '', '')).toBe(404);
});
