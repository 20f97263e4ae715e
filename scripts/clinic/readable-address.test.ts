import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import './readable-address.mjs';

const server = http.createServer((request, response) => response.end(request.url));

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
});

test.each([
  ['/cases/%E0%A4%A', '/-'],
  ['/cases/%', '/-'],
  ['/cases/%zz/turns?x=1', '/-'],
  ['/cases/a%20b?q=%E0%A4%A', '/cases/a%20b?q=%E0%A4%A'],
  ['/?q=100%', '/?q=100%'],
])('%s is asked for as %s', async (path, asked) => {
  const { port } = server.address() as AddressInfo;
  const sent = http.get({ host: '127.0.0.1', port, path });
  const [response] = (await once(sent, 'response')) as [http.IncomingMessage];
  expect(await text(response)).toBe(asked);
});
