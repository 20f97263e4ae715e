import type { Contact } from '#lib/domain/contact/contact.ts';
import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { Forecast } from '#lib/domain/forecast/forecast.ts';
import type { Phase } from '#lib/domain/phase/phase.ts';
import type { Tolerances } from '#lib/domain/protocol/version.ts';
import type { RemovalStanding } from '#lib/domain/removal/removal-standing.ts';
import type { Causes } from '#lib/domain/timeline/course.ts';
import type { SlotStatus } from '#lib/domain/timeline/slot-entry.ts';
import type { Centi, Day, Instant, Um } from '#lib/domain/units.ts';

/** Where one device stands: every figure from the facts, null where nothing is known. */
export type DeviceProgress = {
  deviceId: string;
  label: string;
  inPlace: boolean;
  /** Planned expansion through the last slot whose grace has run out; null without a protocol. */
  plannedUm: Um | null;
  reportedUm: Um;
  reportedCenti: Centi;
  /** Slots in which the family was not sure what was turned: the reported total leaves them out. */
  notSureSlots: number;
  /** Reported minus planned, at the last due slot; negative is behind. */
  deviationUm: Um | null;
  /** What it is made of. */
  causes: Causes;
  targetUm: Um | null;
  /** By the latest base and the turns reported since. */
  openingUm: Um;
  /** What measured gaps that became the base have added to, or taken from, what was reported. */
  anchoredUm: Um;
  remainingTravelUm: Um | null;
  onHold: boolean;
  measured: { kind: 'device-gap' | 'bone-gap'; valueUm: Um; takenAt: Instant; expectedUm: Um } | null;
};

/** One slot of the last seven days: one status per device, in the order of `devices`. */
export type RecentSlot = { day: Day; slot: number; statuses: readonly SlotStatus[] };

/** The judgement of a case at an instant: disposable, and rebuilt from the facts at will. */
export type Assessment = {
  phase: Phase;
  /** Number of the protocol version in force; null without a protocol. */
  versionInForce: number | null;
  /** What it tolerates before a device counts as behind or ahead. */
  tolerance: Pick<Tolerances, 'behindUm' | 'aheadUm'> | null;
  devices: readonly DeviceProgress[];
  /** Worst first. */
  flags: readonly Flag[];
  forecast: Forecast;
  /** Null before the index operation, and once the hardware is out. */
  removal: RemovalStanding | null;
  /** When the last report that stands was taken in: a correction of it is no later news. */
  lastReportAt: Instant | null;
  /** The latest contact with the family, answered or not. */
  lastContact: Pick<Contact, 'kind' | 'at' | 'caregiverId' | 'outcome' | 'note'> | null;
  /** When clinic and family last spoke; null: not on record. */
  reachedAt: Instant | null;
  nextSlot: { day: Day; slot: number; at: Instant } | null;
  recent: readonly RecentSlot[];
  /** The next instant at which this judgement can change with no new fact; null: never. */
  reassessAt: Instant | null;
};
