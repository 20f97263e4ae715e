import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { GatheringSocket } from './gathering-socket.ts';

test('a connection keeps nothing of the request that opens it', async () => {
  const server = net.createServer((socket) => socket.end('hello')).listen(0);
  const { port } = server.address() as AddressInfo;
  const request = new AsyncLocalStorage<string>();
  const socket = request.run('what a request has at hand', () =>
    new GatheringSocket().connect(port as never),
  );
  const kept: unknown[] = [];
  socket.on('connect', () => kept.push(request.getStore()));
  socket.on('data', () => kept.push(request.getStore()));
  await once(socket, 'close');
  server.close();
  expect(kept).toEqual([undefined, undefined]);
});

test('what is written in one go is sent in one go', async () => {
  const chunks: string[] = [];
  const server = net
    .createServer((socket) => socket.on('data', (chunk) => chunks.push(String(chunk))))
    .listen(0);
  const { port } = server.address() as AddressInfo;
  const socket = new GatheringSocket().connect(port as never);
  await once(socket, 'connect');
  for (const part of ['a', 'b', 'c']) {
    socket.cork();
    socket.write(part);
    socket.uncork();
  }
  socket.end();
  await once(socket, 'close');
  server.close();
  expect(chunks).toEqual(['abc']);
});
