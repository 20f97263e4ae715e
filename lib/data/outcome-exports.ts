import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import { insertAudit } from './audit.ts';
import { pool } from './pool.ts';

/** Notes in the trail that a person took the outcomes of a clinic away, and of which cases. */
export async function noteOutcomeExport(
  { clinicId, personId }: { clinicId: string; personId: string },
  filter: Readonly<Record<string, string>>,
  now: Instant,
): Promise<void> {
  await pool().query(
    insertAudit({
      event: 'outcomes.exported',
      at: now,
      clinicId,
      actorId: personId,
      caseId: null,
      patientId: null,
      detail: { filter },
      write: null,
    }),
  );
}
