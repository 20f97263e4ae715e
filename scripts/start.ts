import { runClinic } from '#scripts/clinic/run-clinic.ts';

await runClinic('production');
