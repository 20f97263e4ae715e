import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import './readable-request.mjs';

const server = http.createServer(({ method, url }, response) => response.end(`${method} ${url}`));

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
});

test.each([
  ['GET', '/cases/%E0%A4%A', 'GET /-'],
  ['GET', '/cases/%', 'GET /-'],
  ['GET', '/cases/%zz/turns?x=1', 'GET /-'],
  ['GET', '/cases/a%20b?q=%E0%A4%A', 'GET /cases/a%20b?q=%E0%A4%A'],
  ['GET', '/?q=100%', 'GET /?q=100%'],
  ['OPTIONS', '*', 'OPTIONS /-'],
  ['TRACE', '/cases/1', 'DELETE /api/health'],
  ['TRACE', '*', 'DELETE /api/health'],
])('%s %s is asked as %3$s', async (method, path, asked) => {
  const { port } = server.address() as AddressInfo;
  const sent = http.request({ host: '127.0.0.1', port, method, path }).end();
  const [response] = (await once(sent, 'response')) as [http.IncomingMessage];
  expect(await text(response)).toBe(asked);
});
