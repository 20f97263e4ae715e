import { dayOf, isoDay } from '#lib/domain/case-day.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { type Centi, type Day, type Instant, MINUTE_MS, type Minutes } from '#lib/domain/units.ts';
import { SOURCE_WORDS } from './case-words.ts';
import { formatActuationCount, formatActuations } from './format-amount.ts';
import { formatDay, formatDayShort, formatInstant, formatMinute, formatWeekday } from './format-date.ts';
import { slotAddress } from './slot-address.ts';
import { slotSign } from './slot-sign.ts';
import { type SlotOfDevice, type TurnSlot, turnSlots, unplannedSlot } from './turn-slots.ts';

/** One device in one slot of an entry form. */
export type EntryRow = {
  /** Names the row's fields: `2026-03-12.2.1`. */
  key: string;
  reportId: string;
  deviceId: string;
  label: string;
  day: string;
  slot: number;
  expectedCenti: Centi;
  /** `1 actuation`, `1 actuation back`, `nothing planned`. */
  planned: string;
  /** The amount as a person would type it, empty where none is planned. */
  plannedAmount: string;
  /** What is recorded there already; null: nothing. */
  already: AlreadyThere | null;
};

export type AlreadyThere = {
  /** `1`, `?`. */
  text: string;
  /** `done, 1 actuation, by Mother, phone call, taken in 12-Mar-2026 20:10`. */
  words: string;
  /** Taken in only minutes ago: perhaps while this form was open. */
  isFresh: boolean;
};

export type EntrySlot = {
  /** `2026-03-12.2`. */
  key: string;
  /** `Thu 12-Mar-2026 20:00 · slot 2`. */
  when: string;
  /** `Thu 12-Mar`. */
  day: string;
  isoDay: string;
  slot: number;
  time: string | null;
  minute: Minutes | null;
  rows: readonly EntryRow[];
};

/** A report taken in less than this long ago may be news to somebody who is filling the form in. */
const FRESH_MS = 15 * MINUTE_MS;

/** Which slots an entry form shows. */
export type EntryChoice = {
  fromDay: Day;
  throughDay: Day;
  /** Also slots in which every device is reported already. */
  withReported: boolean;
  /** One more slot, planned or not. */
  more: { day: Day; slot: number } | null;
};

/**
 * The slots for an entry form, latest first: those that have begun and in which something asked is not reported, and
 * those reported only minutes ago.
 * `newId` makes the id of each report that the form may send.
 */
export function entrySlots(course: Course, choice: EntryChoice, newId: () => string): readonly EntrySlot[] {
  const { more } = choice;
  const isMore = (slot: TurnSlot) => more !== null && slot.day === more.day && slot.slot === more.slot;
  const slots = turnSlots(course, choice.fromDay, choice.throughDay).filter(
    (slot) =>
      isMore(slot) || (hasBegun(slot) && (choice.withReported || isOpen(slot) || isFresh(slot, course.asOf))),
  );
  if (more && !slots.some(isMore)) {
    const known = turnSlots(course, more.day, more.day).find(isMore);
    slots.push(known ?? unplannedSlot(course, more.day, more.slot));
  }
  return slots.sort((a, b) => b.day - a.day || b.slot - a.slot).map((slot) => entrySlot(course, slot, newId));
}

/** Every slot between two days, oldest first, for the grid: begun or not, reported or not. */
export function gridSlots(
  course: Course,
  fromDay: Day,
  throughDay: Day,
  newId: () => string,
): readonly EntrySlot[] {
  const today = dayOf(course.facts.zone, course.asOf);
  return turnSlots(course, fromDay, Math.min(throughDay, today)).map((slot) =>
    entrySlot(course, slot, newId),
  );
}

/** How many slots before a day have something asked that nobody reported. */
export function olderOpenSlots(course: Course, beforeDay: Day): number {
  const first = course.facts.versions.reduce((day, { fromDay }) => Math.min(day, fromDay), beforeDay);
  return turnSlots(course, first, beforeDay - 1).filter((slot) => hasBegun(slot) && isOpen(slot)).length;
}

function hasBegun({ devices }: TurnSlot): boolean {
  return devices.some(({ entry }) => entry !== null);
}

function isOpen({ devices }: TurnSlot): boolean {
  return devices.some(({ planKind, entry }) => planKind === 'turn' && entry?.reports.length === 0);
}

function isFresh({ devices }: TurnSlot, asOf: Instant): boolean {
  return devices.some(({ entry }) => entry?.reports.some(({ recordedAt }) => recordedAt > asOf - FRESH_MS));
}

function entrySlot(course: Course, slot: TurnSlot, newId: () => string): EntrySlot {
  const time = slot.minute === null ? null : formatMinute(slot.minute);
  const weekday = formatWeekday(slot.day);
  return {
    key: `${isoDay(slot.day)}.${slot.slot}`,
    when: `${weekday} ${formatDay(slot.day)}${time === null ? '' : ` ${time}`} · slot ${slot.slot}`,
    day: `${weekday} ${formatDayShort(slot.day)}`,
    isoDay: isoDay(slot.day),
    slot: slot.slot,
    time,
    minute: slot.minute,
    rows: course.devices.flatMap(({ device }, deviceIndex) => {
      const of = slot.devices[deviceIndex];
      if (!of || !isThere(course, slot, deviceIndex)) return [];
      return {
        key: slotAddress({ day: slot.day, slot: slot.slot, deviceIndex }),
        reportId: newId(),
        deviceId: device.id,
        label: device.label,
        day: isoDay(slot.day),
        slot: slot.slot,
        expectedCenti: of.expectedCenti,
        planned: plannedWords(of),
        plannedAmount: of.expectedCenti === 0 ? '' : String(of.expectedCenti / 100),
        already: alreadyThere(of.entry, course),
      };
    }),
  };
}

/** A device takes no reports of days before it was placed or after it was taken out. */
function isThere({ devices, facts }: Course, { day }: TurnSlot, deviceIndex: number): boolean {
  const device = devices[deviceIndex]?.device;
  if (!device || day < dayOf(facts.zone, device.placedAt)) return false;
  return device.removedAt === null || day <= dayOf(facts.zone, device.removedAt);
}

function plannedWords({ planKind, plannedCenti, expectedCenti }: SlotOfDevice): string {
  switch (planKind) {
    case 'turn':
      return askedWords(plannedCenti);
    case 'hold':
      return 'on hold';
    case 'complete':
      return `amount reached (${askedWords(expectedCenti)} before)`;
    case 'none':
      return 'nothing planned';
  }
}

function askedWords(centi: Centi): string {
  return centi < 0 ? `${formatActuationCount(-centi)} back` : formatActuationCount(centi);
}

function alreadyThere(entry: SlotEntry | null, { facts, asOf }: Course): AlreadyThere | null {
  const last = entry?.reports.at(-1);
  if (!entry || !last) return null;
  const { word } = slotSign(entry.status);
  const amount =
    entry.reportedCenti === null ? 'amount not known' : formatActuationCount(entry.reportedCenti);
  const by = last.turnedBy === null ? '' : `, by ${last.turnedBy}`;
  const taken = `${SOURCE_WORDS[last.source]}, taken in ${formatInstant(last.recordedAt, facts.zone)}`;
  return {
    text:
      entry.reportedCenti === null ? slotSign(entry.status).letter : formatActuations(entry.reportedCenti),
    words: `${word === 'nothing planned' ? 'nothing turned' : word}, ${amount}${by}, ${taken}`,
    isFresh: last.recordedAt > asOf - FRESH_MS,
  };
}
