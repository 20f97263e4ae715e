import process from 'node:process';
import { makeBenchClinic } from './bench-clinic.ts';
import { openBenchDatabase, startSite } from './bench-place.ts';
import { measureAssess, measureRecording } from './case-figures.ts';
import { makeClient } from './client.ts';
import { measureMemory } from './memory-figure.ts';
import { measureCasePage, measureScripts, measureWorklist } from './page-figures.ts';
import { runBench } from './run-bench.ts';
import { ensureSite } from './site.ts';
import { measureSlots } from './slot-figure.ts';

await runBench(async (bench) => {
  const { stop, cleanups, say, keep } = bench;
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  await ensureSite({ env, signal: stop.signal });
  const url = await openBenchDatabase(bench);
  say('Filling a clinic of 2,000 open cases.');
  const clinic = await makeBenchClinic();
  const client = makeClient(await startSite(bench, url), clinic.cookie, 8);
  cleanups.push(client.close);
  say('Measuring.');
  keep(await measureCasePage(client, clinic));
  keep(await measureWorklist(client, clinic));
  keep(await measureRecording(clinic));
  keep(await measureAssess(clinic));
  keep(await measureSlots());
  keep(await measureScripts(client, clinic));
  keep(await measureMemory(client, clinic));
});
