import 'server-only';
import { list, standing } from './json-list.ts';
import { epochDay, epochMs } from './statement.ts';

const complicationSteps = list(
  {
    id: 's.id',
    kind: 's.kind',
    onDay: epochDay('s.on_day'),
    clavienDindo: 's.clavien_dindo',
    severity: 's.severity',
    course: 's.course',
    version: 's.version',
    note: 's.note',
    recordedAt: epochMs('s.recorded_at'),
  },
  `complication_step s WHERE s.complication_id = f.complication_id AND NOT s.retracted
    AND NOT EXISTS (SELECT FROM complication_step t WHERE t.corrects_id = s.id)`,
);

/** The complications of a case as SQL. A corrected one keeps its id and when it was first written down. */
export const complications = list(
  {
    id: 'f.complication_id',
    kind: 'f.kind',
    failure: 'f.failure',
    deviceId: 'f.device_id',
    onsetDay: epochDay('f.onset_on'),
    detectedBy: 'f.detected_by',
    signs: 'f.signs',
    note: 'f.note',
    recordedAt: epochMs('(SELECT o.recorded_at FROM complication o WHERE o.id = f.complication_id)'),
    steps: complicationSteps,
  },
  standing('complication'),
);
