import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import './bounded-server.mjs';

const KB = 1024;
const SESSION = { cookie: 'theme=dark; __Host-turnwise-session=made-up' };

const server = http.createServer((request, response) => {
  request.resume().on('end', () => response.end('taken'));
});
const open = new Set<http.ClientRequest>();

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  for (const sending of open) sending.destroy();
  open.clear();
  await vi.waitFor(async () => expect(await connections()).toBe(0));
});

const connections = () =>
  new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));

/** Announces a body and sends all of it but the last byte; `answer` is the status, or why there was none. */
function withhold(headers: http.OutgoingHttpHeaders, bytes: number, path = '/sign-in') {
  const { port } = server.address() as AddressInfo;
  const sending = http.request({ host: '127.0.0.1', port, method: 'POST', path, headers, agent: false });
  open.add(sending);
  const answer = new Promise<number | string>((resolve) => {
    sending.on('response', (response) => resolve(response.resume().statusCode ?? 0));
    sending.on('error', (error) => resolve(error.message));
  });
  const closed = new Promise((resolve) => sending.on('close', resolve));
  sending.flushHeaders();
  sending.write(Buffer.alloc(bytes - 1, 65));
  return { answer, closed, finish: () => sending.end('A') };
}

const announced = (bytes: number, others: http.OutgoingHttpHeaders = {}) =>
  withhold({ ...others, 'content-length': bytes }, bytes);

test('what does not say how long it is is refused at once, and is not waited for', async () => {
  const { answer, closed } = withhold({ 'transfer-encoding': 'chunked' }, 100 * KB);
  expect(await answer).toBe(411);
  await vi.advanceTimersByTimeAsync(2_000);
  await closed;
});

test.each([
  ['a form', 64 * KB, {}, 200],
  ['a large form of nobody', 64 * KB + 1, {}, 413],
  ['a large form of somebody signed in', 1024 * KB, SESSION, 200],
  ['a larger one', 1024 * KB + 1, SESSION, 413],
])('%s of %d bytes is answered', async (_, bytes, headers, status) => {
  const { answer, finish } = announced(bytes, headers);
  finish();
  expect(await answer).toBe(status);
});

test('a few large forms are taken in at once, and small ones beside them', async () => {
  const large = Array.from({ length: 17 }, () => announced(100 * KB, SESSION));
  expect(await Promise.race(large.map(({ answer }) => answer))).toBe(503);
  const small = announced(10);
  small.finish();
  expect(await small.answer).toBe(200);
  for (const { finish } of large) finish();
  const statuses = await Promise.all(large.map(({ answer }) => answer));
  expect(statuses.sort()).toEqual([...Array(16).fill(200), 503]);
  const next = announced(100 * KB, SESSION);
  next.finish();
  expect(await next.answer).toBe(200);
});

test('a form has a minute to arrive whole', async () => {
  const asked = once(server, 'request');
  const { answer } = announced(10);
  await asked;
  await vi.advanceTimersByTimeAsync(59_000);
  expect(await connections()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer).toBe('socket hang up');
});

test('a file on its way in is left to its handler, by its own address alone', async () => {
  const chunked = { 'transfer-encoding': 'chunked' };
  for (const path of ['/api/cases/a-1/photographs', '/api/cases/a-1/turn-import?confirm=x']) {
    const { answer, finish } = withhold(chunked, 2 * KB, path);
    await vi.advanceTimersByTimeAsync(120_000);
    finish();
    expect(await answer).toBe(200);
  }
  for (const path of [
    '/api/cases/../photographs',
    '/api/cases/%2e%2e/photographs',
    '/api/cases/a/photographs/b',
    '/?/api/cases/a/photographs',
    'http://127.0.0.1/api/cases/a/photographs',
  ]) {
    expect(await withhold(chunked, 10, path).answer, path).toBe(411);
  }
});

test('nobody holds a connection by asking for another protocol', async () => {
  const { answer } = withhold({ connection: 'Upgrade', upgrade: 'websocket', 'content-length': 2 }, 2);
  expect(await answer).toMatch(/socket hang up|ECONNRESET/);
});

test('connections, headers and whole requests have their limits', () => {
  expect(server).toMatchObject({ maxConnections: 1_000, headersTimeout: 15_000, requestTimeout: 600_000 });
});
