import { afterEach, expect, it, vi } from 'vitest';
import { readBody } from './read-body.ts';

afterEach(() => {
  vi.useRealTimers();
});

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
  expect(await readBody(post('x'.repeat(10)), 10)).toEqual({ ok: true, value: new Uint8Array(10).fill(120) });
  const empty = new Request('http://localhost', { method: 'POST' });
  expect(await readBody(empty, 10)).toMatchObject({ ok: true, value: { length: 0 } });
});

it('stops reading at the limit, whether or not the length was said', async () => {
  const tooLarge = { ok: false, reason: 'too-large' };
  expect(await readBody(post('x'.repeat(11)), 10)).toEqual(tooLarge);
  const { body, given } = endless();
  expect(await readBody(post(body), 10_000)).toEqual(tooLarge);
  expect(given.bytes).toBeLessThan(50_000);
});

it('waits half a minute for the next byte, however long the whole takes, and no longer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let sender: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      sender = stream;
    },
  });
  const ended = vi.fn();
  const reading = readBody(post(body), 10).finally(ended);
  for (let seconds = 0; seconds < 100; seconds += 25) {
    sender?.enqueue(new Uint8Array(1));
    await vi.advanceTimersByTimeAsync(25_000);
  }
  await vi.advanceTimersByTimeAsync(4_000);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await reading).toEqual({ ok: false, reason: 'cut-off' });
});

it('says of a connection that broke that the body was cut off', async () => {
  const body = new ReadableStream<Uint8Array>({ pull: (stream) => stream.error(new Error('aborted')) });
  expect(await readBody(post(body), 10)).toEqual({ ok: false, reason: 'cut-off' });
});
