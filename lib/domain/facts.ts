import type { Complication } from '#lib/domain/complication/complication.ts';
import type { Contact } from '#lib/domain/contact/contact.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import type { Recall } from '#lib/domain/device/recall.ts';
import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import type { CaregiverFact } from '#lib/domain/patient/caregiver.ts';
import type { AmendmentReason } from '#lib/domain/protocol/amendment.ts';
import type { Proposal } from '#lib/domain/protocol/proposal.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { RemovalFacts } from '#lib/domain/removal/removal-facts.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Instant } from '#lib/domain/units.ts';

export const SITES = [
  'posterior-cranial-vault',
  'frontofacial-monobloc',
  'le-fort-iii',
  'maxilla',
  'mandible',
  'long-bone',
  'other',
] as const;
export type Site = (typeof SITES)[number];

export const OPERATION_KINDS = ['index', 'removal', 'other'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** An operation that took place. Latency runs from the end of the index operation. */
export type OperationFact = {
  id: string;
  kind: OperationKind;
  endedAt: Instant;
  recordedAt: Instant;
};

export const COURSE_EVENT_KINDS = [
  'activation-ended',
  'activation-resumed',
  'consolidation-started',
  'stopped-early',
  'early-removal-decided',
] as const;

/**
 * A clinician's decision that moves the case on: phases are derived from these, never typed in (clinical.md §1).
 * `at` is when it takes effect; consolidation starts with a local day, so there it is the start of that day.
 */
export type CourseEvent = {
  id: string;
  kind: (typeof COURSE_EVENT_KINDS)[number];
  at: Instant;
  reasonCode: AmendmentReason;
  reason: string;
  byId: string;
  /** When the family was told, and by whom; null: not yet. */
  toldAt: Instant | null;
  toldById: string | null;
  recordedAt: Instant;
};

export type FlagLevel = 'act-now' | 'look-today' | 'information';

export const FLAG_DECISION_KINDS = ['acknowledged', 'snoozed', 'assigned', 'resolved', 'reopened'] as const;

/** What settles a flag without changing what it was judged on. */
export const FLAG_ACTIONS = ['call-made', 'protocol-amended', 'measured'] as const;
export type FlagAction = (typeof FLAG_ACTIONS)[number];

/**
 * What a person did about a flag. Acknowledged, snoozed or resolved, it is covered up to `level` and `extent`, until
 * `until`; reopened, it is covered no more; assigned, it has an owner and stays open.
 */
export type FlagDecision = {
  id: string;
  flagKey: string;
  kind: (typeof FLAG_DECISION_KINDS)[number];
  level: FlagLevel;
  /** How far it had gone when it was decided on: whole multiples of its tolerance, 1 for a rule without an amount. */
  extent: number;
  /** Never null where it is snoozed. */
  until: Instant | null;
  /** Only where it is resolved. */
  action: FlagAction | null;
  /** Whose it is from now on, where it is assigned; null: nobody's. */
  assigneeId: string | null;
  note: string;
  byId: string;
  recordedAt: Instant;
};

/** Everything that is known about one case. Order within the lists never matters. */
export type CaseFacts = {
  caseId: string;
  /** IANA name of the zone in which the family lives: days and slots are counted in it. */
  zone: string;
  site: Site;
  operations: readonly OperationFact[];
  devices: readonly Device[];
  deviceEvents: readonly DeviceEvent[];
  /** The recalls that stand in the clinic, of whatever device. */
  recalls: readonly Recall[];
  /** The versions that hold: those that needed no signature, and those that got it. */
  versions: readonly ProtocolVersion[];
  /** Every version that needed a signature, with the answer: not in force unless it is among `versions` too. */
  proposals: readonly Proposal[];
  events: readonly CourseEvent[];
  reports: readonly TurnReport[];
  measurements: readonly Measurement[];
  complications: readonly Complication[];
  contacts: readonly Contact[];
  /** Who turns at home, as they are on record now: a caregiver is changed in place. */
  caregivers: readonly CaregiverFact[];
  decisions: readonly FlagDecision[];
  removal: RemovalFacts;
};
