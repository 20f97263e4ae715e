import { localTime } from '#lib/domain/case-day.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import { plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { PlanKind, SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import type { Centi, Day, Instant, Minutes } from '#lib/domain/units.ts';

/** What one slot asks of one device, and what is known of it so far. */
export type SlotOfDevice = {
  planKind: PlanKind;
  plannedCenti: Centi;
  /** The amount that "as planned" means there: the session's, also where the target is already reached. */
  expectedCenti: Centi;
  /** Null: the slot has not begun, or nothing was asked and nothing reported. */
  entry: SlotEntry | null;
};

/** One slot across the devices of the case, in the order of `course.devices`. */
export type TurnSlot = {
  day: Day;
  slot: number;
  /** Null where no version plans the slot. */
  at: Instant | null;
  minute: Minutes | null;
  version: number | null;
  devices: readonly SlotOfDevice[];
};

const NOTHING = { planKind: 'none', plannedCenti: 0, expectedCenti: 0 } as const;

/** Every slot between two days, both included, that is planned or in which something was reported, in order. */
export function turnSlots(course: Course, fromDay: Day, throughDay: Day): readonly TurnSlot[] {
  const { facts } = course;
  const byDevice = course.devices.map(
    ({ entries }) => new Map(entries.map((entry) => [keyOf(entry.day, entry.slot), entry])),
  );
  const slots = new Map<string, TurnSlot>();
  const inactive = inactiveSpans(facts, course.reached);
  for (const planned of plannedSlots({ ...facts, inactive }, throughDay)) {
    const { day, slot, at } = planned;
    if (day < fromDay) continue;
    const key = keyOf(day, slot);
    slots.set(key, {
      day,
      slot,
      at,
      minute: localTime(facts.zone, at).minute,
      version: planned.version.version,
      devices: planned.amounts.map((amount, index) => ({
        planKind: amount.kind,
        plannedCenti: amount.centi,
        expectedCenti: amount.sessionCenti,
        entry: byDevice[index]?.get(key) ?? null,
      })),
    });
  }
  for (const { entries } of course.devices) {
    for (const { day, slot } of entries) {
      const key = keyOf(day, slot);
      if (day < fromDay || day > throughDay || slots.has(key)) continue;
      slots.set(key, unplannedSlot(course, day, slot));
    }
  }
  return [...slots.values()].sort((a, b) => a.day - b.day || a.slot - b.slot);
}

/** A slot that no version plans, with whatever was reported in it. */
export function unplannedSlot({ devices }: Course, day: Day, slot: number): TurnSlot {
  return {
    day,
    slot,
    at: null,
    minute: null,
    version: null,
    devices: devices.map(({ entries }) => ({
      ...NOTHING,
      entry: entries.find((entry) => entry.day === day && entry.slot === slot) ?? null,
    })),
  };
}

function keyOf(day: Day, slot: number): string {
  return `${day}#${slot}`;
}
