import type {
  ClavienDindo,
  ComplicationKind,
  DetectedBy,
  DeviceFailure,
  Severity,
  Sign,
} from '#lib/domain/complication/complication.ts';
import type { ContactKind, ContactOutcome } from '#lib/domain/contact/contact.ts';
import type { CourseEvent, FlagAction, FlagDecision, Site } from '#lib/domain/facts.ts';
import type { MeasurementKind, MeasurementMethod } from '#lib/domain/measurement/measurement.ts';
import type { AmendmentKind, AmendmentReason } from '#lib/domain/protocol/amendment.ts';
import type { ConsolidationRule, Tolerances } from '#lib/domain/protocol/version.ts';
import type { Resistance, TurnOutcome } from '#lib/domain/turn/report.ts';
import type { Centi, Day, Minutes, Um } from '#lib/domain/units.ts';
import type { CaregiverFields } from '#lib/schemas/caregiver.ts';
import type { DeviceFields } from '#lib/schemas/device.ts';
import type { PatientFields } from '#lib/schemas/patient.ts';
import type { SiteLook } from './drawn-photograph.ts';

/** A time on the clock of the case's zone. */
export type When = { day: Day; minute: Minutes };

export type DeviceStory = Omit<DeviceFields, 'placedAt'>;

/** Amounts and targets are listed in the order of the devices; one without amounts is not planned. */
export type VersionStory = {
  from: { day: Day; slot: number };
  decided: When;
  sessions: readonly Minutes[];
  perSession: readonly (readonly Centi[])[];
  targetsUm: readonly (Um | null)[];
  /** The last day that the stop rule names, where it names one. */
  lastDay?: Day;
  consolidation: ConsolidationRule;
  tolerances?: Partial<Tolerances>;
  minIntervalMin?: Minutes;
  reason: string;
  /** What its amounts make of the version before it, where nothing else is said. */
  kind?: AmendmentKind;
  reasonCode?: AmendmentReason;
  /** A nurse published it; else the surgeon. */
  byNurse?: boolean;
  /** Minutes from the decision until the family was told; negative: before it was written; null: not yet. */
  toldAfterMin?: Minutes | null;
  /** It is unusual and still waits for a surgeon: the family goes on by the version before it. */
  waits?: true;
  /** The surgeon co-signed it so long after it was written. */
  cosigned?: { afterMin: Minutes; note: string };
};

/** What the family says of one device in one slot. */
export type TurnStory = {
  outcome: TurnOutcome;
  centi: Centi | null;
  /** When it was done, in minutes from the slot's time. */
  afterMin: Minutes;
  /** Minutes from then until the clinic knew; else the family's habit says. */
  heardAfterMin?: Minutes;
  /** What the family's clock said, in minutes from when it really was. */
  clockWrongMin?: Minutes;
  by?: string;
  checkedBy?: string;
  resistance?: Resistance;
  pain?: number;
  siteLook?: string;
  note?: string;
  signs?: readonly Sign[];
  /** What it turned out to be, that many minutes after the clinic had heard the first. */
  corrected?: {
    outcome: TurnOutcome;
    centi: Centi | null;
    afterMin: Minutes;
    reason: string;
    retracted?: boolean;
  };
};

/** A slot as the family meets it. `n` counts the days from the first slot of the protocol, from 1. */
export type Asked = { day: Day; slot: number; n: number; device: number; centi: Centi; isHold: boolean };

/**
 * How the clinic hears: after each turn by telephone, in one call a day, or by a sheet or a file each week.
 * `minute` is when, on the family's clock.
 */
export type Habit =
  | { kind: 'each' }
  | { kind: 'daily'; minute: Minutes }
  | { kind: 'weekly'; minute: Minutes; source: 'paper' | 'import' };

export type ReadingStory = {
  taken: When;
  kind: MeasurementKind;
  /** Place in the list of devices; null for what belongs to the child. */
  device: number | null;
  method: MeasurementMethod;
  uncertaintyUm: Um | null;
  /** The reading, or how far it lies from the opening that the reports lead one to expect. */
  value: { um: Um } | { offUm: Um };
  note?: string;
};

export type EventStory = {
  kind: CourseEvent['kind'];
  decided: When;
  /** For the start of consolidation: the day from which it is counted. */
  day?: Day;
  reasonCode?: AmendmentReason;
  reason: string;
};

/** A photograph of the site, taken at a visit. */
export type PhotographStory = {
  taken: When;
  /** Place in the list of devices; null for the whole site. */
  device: number | null;
  look: SiteLook;
  note?: string;
  /** Place in the list of complications of the one that it shows. */
  shows?: number;
};

/** A device was taken out and another placed in one operation, for the plan of the version that follows. */
export type ExchangeStory = {
  ended: When;
  note: string;
  /** Places in the list of devices: which was taken out, and which placed instead. */
  out: number;
  placed: number;
};

export type OperationStory = {
  kind: 'removal' | 'other';
  ended: When;
  note: string;
  /** A removal with its report, which completes the case. */
  isReported?: boolean;
};

/** A theatre is booked or held at the first free time, or the removal postponed; `seq` as the booking stands then. */
export type TheatreStory = { decided: When; seq: number } & (
  | { kind: 'book' | 'hold' }
  | { kind: 'postpone'; reason: string }
);

/** Somebody decides about the worst flag of a rule; assigned, it is the decider's own. */
export type DecisionStory = {
  decided: When;
  rule: string;
  kind?: FlagDecision['kind'];
  action?: FlagAction;
  untilDay: Day | null;
  note: string;
};

/** What went wrong, when the clinic knew, and when it was over. */
export type ComplicationStory = {
  kind: ComplicationKind;
  failure?: DeviceFailure;
  /** Place in the list of devices; null for the case as a whole. */
  device: number | null;
  onset: Day;
  recorded: When;
  detectedBy: DetectedBy;
  signs: readonly Sign[];
  clavienDindo: ClavienDindo | null;
  severity: Severity | null;
  done: string | null;
  resolved: When | null;
};

/** Somebody called, or saw, the first caregiver. */
export type ContactStory = {
  made: When;
  kind?: ContactKind;
  outcome: ContactOutcome;
  signs?: readonly Sign[];
  note?: string;
};

/** The course of one child as it came about; what lies after the clock's now is not written. */
export type Story = {
  key: string;
  patient: PatientFields;
  caregivers: readonly CaregiverFields[];
  /** Place in the clinic's list of surgeons. */
  surgeon: number;
  site: Site;
  zone: string;
  opened: When;
  operation: When | null;
  operationNote: string;
  devices: readonly DeviceStory[];
  versions: readonly VersionStory[];
  habit: Habit;
  /** What the family says of a slot: nothing, one report, or several. */
  turns: (asked: Asked) => readonly TurnStory[];
  readings: readonly ReadingStory[];
  events: readonly EventStory[];
  operations: readonly OperationStory[];
  exchange?: ExchangeStory;
  complications: readonly ComplicationStory[];
  decisions: readonly DecisionStory[];
  contacts: readonly ContactStory[];
  photographs?: readonly PhotographStory[];
  closed: { when: When; reason: string | null } | null;
  theatre?: readonly TheatreStory[];
};
