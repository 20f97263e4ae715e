import { randomBytes } from 'node:crypto';
import fc from 'fast-check';

/** A body as it goes over the wire. */
export type Encoded = { type: string; bytes: Buffer };

type Fields = [string, string][];

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
const known = [
  'caseId',
  'id',
  'deviceId',
  'version',
  'email',
  'password',
  'name',
  'roles',
  'personId',
  'photographId',
  'feedToken',
  'day',
  'slot',
];
const others = [
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
];
const fields = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...known, ...others), word), word), {
  maxLength: 8,
});

function formOf(pairs: Fields, prefix = ''): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) {
    if (name === 'file') form.append(prefix + name, new Blob([randomBytes(64)]), 'file.csv');
    else form.append(prefix + name, value);
  }
  return form;
}

async function encode(body: BodyInit, type?: string): Promise<Encoded> {
  const response = new Response(body);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { type: type ?? response.headers.get('content-type') ?? '', bytes };
}

type Raw = { body: BodyInit; type?: string };

const json = 'application/json';
const bytes = fc.uint8Array({ maxLength: 400 }).map((sample) => Uint8Array.from(sample));
const bodies: fc.Arbitrary<Raw> = fc.oneof(
  fc.json().map((body) => ({ body, type: json })),
  fc.string({ unit: 'binary' }).map((body) => ({ body, type: json })),
  fields.map((pairs) => ({ body: new URLSearchParams(pairs) })),
  fields.map((pairs) => ({ body: formOf(pairs) })),
  ...['application/octet-stream', 'multipart/form-data; boundary=x', 'text/csv'].map((type) =>
    bytes.map((body) => ({ body, type })),
  ),
  word.map((type) => ({ body: 'a=1', type: type.replaceAll(/[^\x20-\x7e]/g, '') })),
);

/** Bodies of every kind that a handler may be sent: forms, JSON, rows and noise under true and false names. */
export function randomBodies(count: number): Promise<Encoded[]> {
  return Promise.all(
    fc.sample(bodies, { numRuns: count, seed: 7 }).map(({ body, type }) => encode(body, type)),
  );
}

/**
 * Forms as React sends them to a server action, every second one naming this case. The names are such as a
 * browser can send: the framework itself answers 500 to a part whose header holds a control character.
 */
export function randomActionForms(count: number, caseId: string): Promise<Encoded[]> {
  return Promise.all(
    fc.sample(fields, { numRuns: count, seed: 11 }).map((pairs, index) => {
      const named = pairs.map(([name, value]): [string, string] => [name.replaceAll(/\p{Cc}/gu, ''), value]);
      const form = formOf(index % 2 ? [['caseId', caseId], ...named] : named, '_1_');
      form.append('0', JSON.stringify([{ status: 'idle' }, '$K1']));
      return encode(form);
    }),
  );
}
