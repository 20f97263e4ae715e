import http from 'node:http';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ChildOptions, type Ending, runNode } from '#scripts/system/child.ts';
import { Refusal } from '#scripts/system/refusal.ts';

/** `folder`: of a copy of the program that is served in its place. */
export type ServeOptions = ChildOptions & {
  mode: 'production' | 'development';
  host: string;
  port: number;
  folder?: string;
};

/** A web server that answers: `ended` resolves when it is gone. */
export type WebServer = { ended: Promise<Ending> };

const readyLimitMs = 120_000;

// Given no limit, Node lets garbage pile up to a share of the machine's memory: half as much again is resident
// after ten thousand requests. The heap of a busy server stays well under this one.
const heapLimits = ['--max-old-space-size=512', '--max-semi-space-size=16'];
// Node has four threads collect garbage and compile, however few processors there are: on two they take the
// processor from the page that is being made and from the database. On two, a page takes a tenth less with one.
const helpers = Math.max(1, Math.min(4, availableParallelism() - 1));
// The C library of Linux keeps a store of memory for each of many threads: 50 MB of 380 are held by nothing else.
const allocator = { MALLOC_ARENA_MAX: '2' };

const reachable = (host: string) => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host);

function isHealthy(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get(
      { host: reachable(host), port, path: '/api/health', timeout: 30_000 },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

/** Starts the web server and resolves when it answers with the database behind it. Throws a `Refusal` when it does not. */
export async function serve({
  mode,
  host,
  port,
  folder = '.',
  ...options
}: ServeOptions): Promise<WebServer> {
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  const preloads = [
    'leave-with-parent.mjs',
    'true-address.mjs',
    'bounded-server.mjs',
    'readable-request.mjs',
    'quick-compression.mjs',
  ].flatMap((file) => ['--import', `./${path.posix.join('scripts', 'clinic', file)}`]);
  const command = mode === 'production' ? 'start' : 'dev';
  const limits = mode === 'production' ? [...heapLimits, `--v8-pool-size=${helpers}`] : [];
  const ended = runNode([...limits, ...preloads, next, command, folder, '-H', host, '-p', String(port)], {
    ...options,
    env: { ...allocator, ...options.env },
    leavesWithParent: true,
  });
  let hasEnded = false;
  const watched = ended.finally(() => {
    hasEnded = true;
  });
  const deadline = Date.now() + readyLimitMs;
  while (!(await isHealthy(host, port))) {
    options.signal.throwIfAborted();
    if (hasEnded || Date.now() > deadline) {
      throw new Refusal('The web server did not start, for the reason shown above; the data is untouched.');
    }
    await delay(30);
  }
  return { ended: watched };
}
