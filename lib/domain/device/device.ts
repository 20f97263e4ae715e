import type { Instant, Thread, Um } from '#lib/domain/units.ts';

/** Which way the driver turns to lengthen: a property of the placement, not of the model (clinical.md §3). */
export type TurnDirection = 'with-arrow' | 'against-arrow';

/** Never inferred from the material (clinical.md §3). */
export type MriStatus = 'safe' | 'conditional' | 'unsafe' | 'unknown';

/**
 * One distractor as it was placed. A case has any number of them, each with a label of its own;
 * nothing assumes left and right.
 */
export type Device = Thread & {
  id: string;
  label: string;
  position: string;
  turnDirection: TurnDirection;
  /** Length of thread the body offers; null when nobody recorded it: remaining travel is then not assessable. */
  travelUm: Um | null;
  /** How far it was left open at placement: zero is not always 0 mm. */
  initialOpeningUm: Um;
  /** Which model of the catalogue, lot and serial number; null: not recorded. A recall is found by them. */
  modelId: string | null;
  lot: string | null;
  serial: string | null;
  placedAt: Instant;
  /** When it was taken out or exchanged; null while it is in place. */
  removedAt: Instant | null;
  recordedAt: Instant;
};
