import process from 'node:process';
import { now } from '#lib/clock.ts';
import { pool } from '#lib/data/pool.ts';
import { rebuildStandings } from '#lib/operations/rebuild-standings.ts';
import { withDatabase } from '#scripts/clinic/open-database.ts';
import { readSettings } from '#scripts/clinic/settings.ts';
import { refusalFor } from '#scripts/system/refusal.ts';

/** `npm run standings:rebuild`: makes the worklist anew from the facts, whether the clinic is running or not. */
async function main(): Promise<void> {
  const settings = readSettings('production');
  try {
    const rebuilt = await withDatabase(settings, async (url) => {
      process.env.DATABASE_URL = url;
      try {
        return await rebuildStandings(now());
      } finally {
        await pool().end();
      }
    });
    process.stdout.write(`Judged ${rebuilt} open ${rebuilt === 1 ? 'case' : 'cases'} anew.\n`);
  } catch (error) {
    throw refusalFor(error, { dataDir: settings.dataDir, databaseUrl: settings.environment.DATABASE_URL });
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${refusalFor(error, { dataDir: '' }).message}\n`);
  process.exitCode = 1;
});
