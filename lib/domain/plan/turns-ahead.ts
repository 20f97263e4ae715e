import { remainingTravelUm } from '#lib/domain/device/remaining-travel.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import { slotKey } from '#lib/domain/timeline/reports-by-slot.ts';
import type { SlotEntry, SlotStatus } from '#lib/domain/timeline/slot-entry.ts';
import { actuationsCenti, type Centi, type Day, expansionUm } from '#lib/domain/units.ts';
import { type PlannedAmount, type PlannedSlot, type PlanStart, plannedSlots } from './planned-slots.ts';

/** What a slot became of which something was reported. */
export type HeardStatus = Exclude<SlotStatus, 'future' | 'open' | 'unreported' | 'quiet'>;

/**
 * What a device is to do in a slot that is to come. `heard`: it was reported. `unheard`: the slot has come, and nobody
 * reported anything, so that it may have been turned. `end-of-travel`: what is planned is more than the thread has left.
 */
export type AmountAhead =
  | PlannedAmount
  | { kind: 'heard'; status: HeardStatus; centi: Centi | null }
  | { kind: 'unheard' | 'end-of-travel'; centi: 0 };

export type SlotAhead = Omit<PlannedSlot, 'amounts'> & {
  /** One per device of the course. */
  amounts: readonly AmountAhead[];
};

/**
 * The slots of the protocol from `fromDay` through `throughDay`, as they are still to be turned. Each device goes on
 * from what was reported of it, and is complete where that and the plan since lead to its target: a family that left
 * turns out has as many more to come, and one that turned back past its target none. A slot of which nothing is known, or nothing sure, is taken as planned, as in the
 * forecast: it may have been turned, and nothing is asked for twice.
 */
export function turnsAhead(course: Course, fromDay: Day, throughDay: Day): readonly SlotAhead[] {
  const { facts, devices, reached } = course;
  const prescription = {
    zone: facts.zone,
    devices: devices.map(({ device }) => device),
    versions: facts.versions,
    inactive: inactiveSpans(facts, reached),
  };
  const walks = devices.map(walkOf);
  const planned = devices.map(({ entries }) => entries.at(-1)?.plannedTotalCenti ?? 0);
  const ahead: SlotAhead[] = [];
  let begun: PlanStart = { day: Number.NEGATIVE_INFINITY, slot: 1, totals: [] };
  for (;;) {
    const totals = walks.map(({ totalCenti }) => totalCenti);
    const [slot] = plannedSlots(prescription, throughDay, { ...begun, totals, planned });
    if (slot === undefined) return ahead;
    const hasCome = reached(slot.at);
    const amounts = slot.amounts.map((planned, index) => {
      const walk = walks[index];
      return walk === undefined ? planned : amountAhead(walk, slot, planned, hasCome);
    });
    if (slot.day >= fromDay) ahead.push({ ...slot, amounts });
    begun = { day: slot.day, slot: slot.slot + 1, totals };
  }
}

/** A device on its way through the slots: how far it has been turned by then, and what was reported of each. */
type Walk = { course: DeviceCourse; totalCenti: Centi; heard: ReadonlyMap<number, SlotEntry> };

/** What was reported in slots that no version plans counts from the outset. */
function walkOf(course: DeviceCourse): Walk {
  const heard = course.entries.filter(({ reports }) => reports.length > 0);
  return {
    course,
    totalCenti: heard.reduce(
      (sum, { version, reportedCenti }) => (version === null ? sum + (reportedCenti ?? 0) : sum),
      0,
    ),
    heard: new Map(heard.map((entry) => [slotKey(entry.day, entry.slot), entry])),
  };
}

/** What a device does in its next slot; the walk moves on through it. */
function amountAhead(walk: Walk, slot: PlannedSlot, planned: PlannedAmount, hasCome: boolean): AmountAhead {
  const entry = walk.heard.get(slotKey(slot.day, slot.slot));
  if (entry !== undefined) {
    if (entry.version !== null) walk.totalCenti += turnedCenti(entry, planned);
    if (isHeard(entry.status)) return { kind: 'heard', status: entry.status, centi: entry.reportedCenti };
    // Nothing was turned, where the family had turns to make up and the plan had none.
    return planned.kind === 'turn' ? { kind: 'heard', status: 'skipped', centi: 0 } : planned;
  }
  if (planned.kind !== 'turn') return planned;
  if (!hasCome && planned.centi > travelLeftCenti(walk)) return { kind: 'end-of-travel', centi: 0 };
  walk.totalCenti += planned.centi;
  return hasCome ? { kind: 'unheard', centi: 0 } : planned;
}

function isHeard(status: SlotStatus): status is HeardStatus {
  return status !== 'future' && status !== 'open' && status !== 'unreported' && status !== 'quiet';
}

function turnedCenti({ status, reportedCenti }: SlotEntry, { centi }: PlannedAmount): Centi {
  const reported = reportedCenti ?? 0;
  return status === 'not-sure' && Math.abs(centi) > Math.abs(reported) ? centi : reported;
}

/** No end where the travel was not recorded. */
function travelLeftCenti({ course, totalCenti }: Walk): Centi {
  const { device, openingUm, reportedCenti } = course;
  const left = remainingTravelUm(device, openingUm + expansionUm(totalCenti - reportedCenti, device));
  return left === null ? Number.POSITIVE_INFINITY : actuationsCenti(left, device);
}
