import { now } from '#lib/clock.ts';
import { pool } from '#lib/data/pool.ts';
import { fillDemonstration } from './fill-demonstration.ts';

try {
  await fillDemonstration(now(), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The demonstration clinic could not be filled in: ${reason}\n`);
  process.exitCode = 1;
} finally {
  await pool().end();
}
