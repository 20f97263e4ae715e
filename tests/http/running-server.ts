import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { serve } from '#scripts/clinic/serve.ts';
import { findFreePort } from '#scripts/system/free-port.ts';

export type RunningServer = { origin: string; stop: () => Promise<void> };

/** Runs the built software on the database of this test file. `outputTo`: an open file that gets what it logs. */
export async function startServer(
  settings: Readonly<Record<string, string>> = {},
  outputTo?: number,
): Promise<RunningServer> {
  const abort = new AbortController();
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    TURNWISE_URL: origin,
    TURNWISE_SECRET: 'a secret for tests, of 32 characters or more',
    TURNWISE_LOG_LEVEL: 'silent',
    ...settings,
  };
  const { ended } = await serve({
    mode: 'production',
    host: '127.0.0.1',
    port,
    env,
    signal: abort.signal,
    ...(outputTo !== undefined && { outputTo }),
  });
  return {
    origin,
    stop: async () => {
      abort.abort();
      await ended;
    },
  };
}

/** As `startServer`, with its log, which `read` gives as far as it has come. */
export async function startLoggedServer(): Promise<RunningServer & { read: () => string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'turnwise-log-'));
  const file = path.join(folder, 'server.log');
  const output = openSync(file, 'a');
  const server = await startServer({ TURNWISE_LOG_LEVEL: 'info' }, output);
  return {
    origin: server.origin,
    read: () => readFileSync(file, 'utf8'),
    stop: async () => {
      await server.stop();
      closeSync(output);
      rmSync(folder, { recursive: true });
    },
  };
}
