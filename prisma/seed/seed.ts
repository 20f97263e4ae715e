import { now } from '#lib/clock.ts';
import { pool } from '#lib/data/pool.ts';
import { fillDemonstration } from './fill-demonstration.ts';

await fillDemonstration(now(), (line) => process.stdout.write(`${line}\n`));
await pool().end();
