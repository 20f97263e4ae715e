import type { Device } from '#lib/domain/device/device.ts';
import type { Anchor } from '#lib/domain/device/device-event.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Phase } from '#lib/domain/phase/phase.ts';
import type { PlannedSlot } from '#lib/domain/plan/planned-slots.ts';
import type { DevicePlan, ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { Centi, Day, Instant, Um } from '#lib/domain/units.ts';
import type { SlotEntry } from './slot-entry.ts';

/** One device's slots and sums. Distances are expansion since placement, without the initial opening. */
export type DeviceCourse = {
  device: Device;
  plan: DevicePlan | null;
  /** Planned slots that have begun, and every slot with a report, in order. */
  entries: readonly SlotEntry[];
  /** The gaps that a clinician made the new base of the opening. */
  anchors: readonly Anchor[];
  /** How far the device is open by the latest base and the turns reported since. */
  openingUm: Um;
  reportedCenti: Centi;
  reportedUm: Um;
  /** Planned through the slots that are due (grace over, or reported); null without a planned slot so far. */
  plannedDueUm: Um | null;
  notSureSlots: number;
  /** What is reported, with what nobody is sure of at its least and at its most. */
  turned: Turned;
  causes: Causes;
  /** Reported, and planned in the slots of which nothing sure is known: what the forecast starts from. */
  assumedCenti: Centi;
};

/** The bounds of what can have been turned: equal where everybody is sure. */
export type Turned = { leastCenti: Centi; mostCenti: Centi; leastUm: Um; mostUm: Um };

/** Why a device is where it is against its plan. Only what was not turned is lost; the rest may still be told. Signed: negative is what was not turned back. */
export type Causes = {
  /** Planned and, by the reports, not turned: skipped, partly done, could not engage. */
  notTurnedUm: Um;
  /** Planned in slots of which nothing was reported by the end of their grace. */
  notReportedUm: Um;
  /** Slots reported after their grace. */
  lateSlots: number;
};

/** The facts of a case laid out in time: what rules, forecast and charts read. */
export type Course = {
  facts: CaseFacts;
  asOf: Instant;
  /** Whether an instant has come. Every comparison with the clock goes through it: it gathers `reassessAt`. */
  reached: (at: Instant) => boolean;
  phase: Phase;
  inForce: ProtocolVersion | null;
  /** The slots of the protocol whose window has begun, whatever they plan, in order. */
  begun: readonly PlannedSlot[];
  devices: readonly DeviceCourse[];
  /** The next planned slot that has not come. */
  nextSlot: { day: Day; slot: number; at: Instant } | null;
};
