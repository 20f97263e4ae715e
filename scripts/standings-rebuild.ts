import process from 'node:process';
import { now } from '#lib/clock.ts';
import { pool } from '#lib/data/pool.ts';
import { rebuildOutcomes } from '#lib/operations/rebuild-outcomes.ts';
import { rebuildStandings } from '#lib/operations/rebuild-standings.ts';
import { withDatabase } from '#scripts/clinic/open-database.ts';
import { readSettings } from '#scripts/clinic/settings.ts';
import { refusalFor } from '#scripts/system/refusal.ts';

/** `npm run standings:rebuild`: makes the worklist and the outcomes anew from the facts, whether the clinic is running or not. */
async function main(): Promise<void> {
  const settings = readSettings('production');
  try {
    const rebuilt = await withDatabase(settings, async (url) => {
      process.env.DATABASE_URL = url;
      try {
        return { open: await rebuildStandings(now()), all: await rebuildOutcomes({ only: 'all' }) };
      } finally {
        await pool().end();
      }
    });
    const { open, all } = rebuilt;
    const cases = (count: number) => (count === 1 ? 'case' : 'cases');
    process.stdout.write(
      `Judged ${open} open ${cases(open)} anew, and counted the outcome of ${all} ${cases(all)}.\n`,
    );
  } catch (error) {
    throw refusalFor(error, { dataDir: settings.dataDir, databaseUrl: settings.environment.DATABASE_URL });
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${refusalFor(error, { dataDir: '' }).message}\n`);
  process.exitCode = 1;
});
