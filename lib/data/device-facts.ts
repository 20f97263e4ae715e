import 'server-only';
import { list, standing } from './json-list.ts';
import { epochDay, epochMs } from './statement.ts';

/** The devices of a case as SQL. */
export const devices = list(
  {
    id: 'd.id',
    label: 'd.label',
    position: 'd.position',
    umPerTurn: 'd.um_per_turn',
    actuationsPerTurn: 'd.actuations_per_turn',
    turnDirection: 'd.turn_direction',
    travelUm: 'd.travel_um',
    initialOpeningUm: 'd.initial_opening_um',
    modelId: 'd.model_id',
    lot: 'd.lot',
    serial: 'd.serial',
    placedAt: epochMs('d.placed_at'),
    removedAt: epochMs('d.removed_at'),
    recordedAt: epochMs('d.recorded_at'),
  },
  'device d WHERE d.case_id = c.id',
);

/** What became of the devices of a case, as SQL. */
export const deviceEvents = list(
  {
    id: 'f.id',
    kind: 'f.kind',
    deviceId: 'f.device_id',
    at: epochMs('f.at'),
    openingUm: 'f.opening_um',
    measurementId: 'f.measurement_id',
    reason: 'f.reason',
    recordedAt: epochMs('f.recorded_at'),
  },
  standing('device_event'),
);

/** The recalls that stand in the clinic of a case, as SQL. */
export const recalls = list(
  {
    id: 'r.id',
    modelId: 'r.model_id',
    lot: 'r.lot',
    serial: 'r.serial',
    level: 'r.level',
    reason: 'r.reason',
    reference: 'r.reference',
    issuedDay: epochDay('r.issued_on'),
    recordedAt: epochMs('r.recorded_at'),
  },
  `recall r WHERE r.clinic_id = c.clinic_id
    AND NOT EXISTS (SELECT FROM recall_withdrawal w WHERE w.recall_id = r.id)`,
);
