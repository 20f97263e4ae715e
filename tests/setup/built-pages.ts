import process from 'node:process';
import { ensureBuild } from '#scripts/clinic/build.ts';

/** Builds the software once per run unless there is a build of exactly these sources. */
export default async function setup(): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  await ensureBuild({ env, signal: new AbortController().signal });
}
