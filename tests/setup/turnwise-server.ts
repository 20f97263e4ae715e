import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { findFreePort } from '#scripts/system/free-port.ts';
import { makeDataFolder } from './data-folder.ts';
import { testClock } from './test-clock.ts';

const root = path.join(import.meta.dirname, '..', '..');
const logFile = path.join(root, 'test-results', 'server.log');

/**
 * Starts the software as `npm start` does, on a free port, with a data folder and a database of its own, the
 * demonstration clinic in it, and the clock stopped; builds only when there is no current build. A server that
 * already runs is used instead when TURNWISE_TEST_URL names it. Returns what stops it.
 */
export default async function startTurnwise(): Promise<() => Promise<void>> {
  if (process.env.TURNWISE_TEST_URL) return async () => undefined;
  const dataDir = await makeDataFolder();
  const port = await findFreePort();
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const server = spawn(process.execPath, ['--import', 'tsx', path.join('scripts', 'start.ts')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      DATABASE_URL: '',
      TURNWISE_URL: '',
      TURNWISE_HOST: '127.0.0.1',
      TURNWISE_PORT: String(port),
      TURNWISE_DATA_DIR: dataDir,
      TURNWISE_CLOCK: testClock.toISOString(),
      TURNWISE_ALLOW_TEST_CLOCK: '1',
      TURNWISE_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    process.env.TURNWISE_TEST_URL = await new Promise<string>((resolve, reject) => {
      let said = '';
      for (const stream of [server.stdout, server.stderr]) {
        stream.pipe(log, { end: false });
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          const address = /Turnwise is ready at (http\S+)/.exec(said)?.[1];
          if (address) resolve(address);
        });
      }
      void ended.then(() => reject(new Error(`The server ended before it was ready:\n${said}`)));
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
