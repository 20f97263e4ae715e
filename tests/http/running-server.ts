import process from 'node:process';
import { serve } from '#scripts/clinic/serve.ts';
import { findFreePort } from '#scripts/system/free-port.ts';

export type RunningServer = { origin: string; stop: () => Promise<void> };

/** Runs the built software on the database of this test file. */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
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
  const { ended } = await serve({ mode: 'production', host: '127.0.0.1', port, env, signal: abort.signal });
  return {
    origin,
    stop: async () => {
      abort.abort();
      await ended;
    },
  };
}
