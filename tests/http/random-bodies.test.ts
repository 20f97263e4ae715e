import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '#tests/setup/database.ts';
import { ACCESS } from './access-matrix.ts';
import { addressOf, type Caller, send } from './call.ts';
import { type EntryPoint, listEntryPoints } from './entry-points.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { makeTwoClinics, sessionCookie, type TwoClinics } from './two-clinics.ts';

const BODIES_PER_HANDLER = 10_000;
const BODIES_PER_ACTION = 500;
const AT_ONCE = 16;

const database = useDatabase();
let server: RunningServer;
let clinics: TwoClinics;

beforeAll(async () => {
  await database.reset();
  server = await startServer();
  clinics = await makeTwoClinics();
});
afterAll(() => server.stop());

const word = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 40, unit: 'binary' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '0',
      '-1',
      'NaN',
      '1e9',
      '=1+1',
      '\0',
      '\ufffe',
      '🦴',
      '2026-02-30',
      '../..',
    ),
  },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constant('x'.repeat(3_000)) },
);
const fieldNames = [
  'caseId',
  'id',
  'deviceId',
  'version',
  'email',
  'password',
  'name',
  'roles',
  'personId',
  'day',
  'slot',
  'token',
  'csrfToken',
  'next',
  'note',
  'file',
  'rows',
  'clinicId',
  'until',
  'flagKey',
  'outcome',
  'currentPassword',
];
const fields = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...fieldNames), word), word), { maxLength: 8 });

type Request = { address: string; init: RequestInit };
type Sent = { body: BodyInit; type?: string };

const bytes = fc.uint8Array({ maxLength: 400 }).map((sample) => Uint8Array.from(sample));
const json = { type: 'application/json' };
const bodies: fc.Arbitrary<Sent> = fc.oneof(
  fc.json().map((body) => ({ body, ...json })),
  fc.string({ unit: 'binary' }).map((body) => ({ body, ...json })),
  fields.map((pairs) => ({
    body: new URLSearchParams(pairs).toString(),
    type: 'application/x-www-form-urlencoded',
  })),
  fields.map((pairs) => ({ body: formOf(pairs, '') })),
  bytes.map((body) => ({ body, type: 'application/octet-stream' })),
  bytes.map((body) => ({ body, type: 'multipart/form-data; boundary=x' })),
  bytes.map((body) => ({ body, type: 'text/csv' })),
  word.map((type) => ({ body: 'a=1', type: type.replaceAll(/[^\x20-\x7e]/g, '') })),
);

function formOf(pairs: readonly [string, string][], prefix: string): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) {
    if (name === 'file') form.append(prefix + name, new Blob([randomBytes(64)]), 'file.csv');
    else form.append(prefix + name, value);
  }
  return form;
}

/** Sends each and returns what was answered with 500 or more, or not at all. */
async function failures(caller: Caller, requests: readonly Request[]): Promise<string[]> {
  const failed: string[] = [];
  const waiting = requests.entries();
  const work = async () => {
    for (const [index, { address, init }] of waiting) {
      const response = await send(caller, address, init).catch((error: Error) => error);
      const status = response instanceof Error ? response.message : response.status;
      if (response instanceof Response) await response.arrayBuffer();
      if (typeof status === 'string' || status >= 500) failed.push(`request ${index}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}

const roleFor = ({ name }: EntryPoint) => {
  const who = ACCESS[name]?.who;
  return typeof who === 'object' ? (who[0] ?? 'surgeon') : 'surgeon';
};

test('10,000 random bodies to each route handler are answered, none by a fault of ours', async () => {
  const handlers = listEntryPoints().filter((entry) => entry.kind === 'handler');
  for (const entry of handlers) {
    const names = { ...clinics, nextauth: 'callback/credentials' } as unknown as Record<string, string>;
    const address = addressOf(entry.route, names);
    const method = entry.method;
    const sample = fc.sample(bodies, { numRuns: BODIES_PER_HANDLER, seed: 7 });
    const requests = sample.map(
      ({ body, type }): Request => ({
        address:
          method === 'GET' ? `${address}?${new URLSearchParams({ x: String(body).slice(0, 500) })}` : address,
        init: method === 'GET' ? {} : { method, body, headers: type ? { 'content-type': type } : {} },
      }),
    );
    const cookie = await sessionCookie(clinics.north, roleFor(entry));
    expect(await failures({ origin: server.origin, cookie }, requests), entry.name).toEqual([]);
  }
});

test('random forms to each server action are answered, none by a fault of ours', async () => {
  const actions = listEntryPoints().filter((entry) => entry.kind === 'action');
  for (const entry of actions) {
    const address = addressOf(entry.route, clinics as unknown as Record<string, string>);
    const sample = fc.sample(fields, { numRuns: BODIES_PER_ACTION, seed: 11 });
    const requests = sample.map((pairs, index) => {
      const body = formOf(index % 2 ? [['caseId', clinics.caseId], ...pairs] : pairs, '_1_');
      body.append('0', JSON.stringify([{ status: 'idle' }, '$K1']));
      return { address, init: { method: 'POST', body, headers: { 'next-action': entry.actionId } } };
    });
    const cookie = await sessionCookie(clinics.north, roleFor(entry));
    expect(await failures({ origin: server.origin, cookie }, requests), entry.name).toEqual([]);
  }
});
