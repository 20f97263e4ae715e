import { expect, it } from 'vitest';
import { readBody } from './read-body.ts';

const post = (body: BodyInit, headers = {}) =>
  new Request('http://localhost', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

/** A body that never ends, and how much of it was asked for. */
function endless() {
  const given = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      given.bytes += 1000;
      stream.enqueue(new Uint8Array(1000));
    },
  });
  return { body, given };
}

it('reads a body up to the limit', async () => {
  expect(await readBody(post('x'.repeat(10)), 10)).toHaveLength(10);
  expect(await readBody(new Request('http://localhost', { method: 'POST' }), 10)).toHaveLength(0);
});

it('stops reading at the limit, whether or not the length was said', async () => {
  expect(await readBody(post('x'.repeat(11)), 10)).toBeNull();
  const { body, given } = endless();
  expect(await readBody(post(body), 10_000)).toBeNull();
  expect(given.bytes).toBeLessThan(50_000);
});
