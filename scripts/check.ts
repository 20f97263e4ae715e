import { describeChecks, runChecks } from './testing/checks.ts';

const results = await runChecks();
process.stdout.write(`${describeChecks(results)}\n`);
if (results.some(({ passed }) => !passed)) process.exitCode = 1;
