import { isoDay } from '#lib/domain/case-day.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { SlotEntry, SlotStatus } from '#lib/domain/timeline/slot-entry.ts';
import type { Day } from '#lib/domain/units.ts';
import { formatDay, formatDayShort, formatWeekday } from './format-date.ts';
import { slotSign } from './slot-sign.ts';

/** Corners of the cells of one status, and its letter: a status is drawn in one go, however many slots have it. */
export type CalendarLayer = {
  status: SlotStatus;
  letter: string;
  word: string;
  cells: readonly { x: number; y: number }[];
};

/** A calendar by weeks. In each day the slots stand beside, the devices beneath one another. Pixels. */
export type AdherenceCalendar = {
  width: number;
  height: number;
  weekdays: readonly { x: number; word: string }[];
  weeks: readonly { y: number; label: string }[];
  layers: readonly CalendarLayer[];
  /** Corners of the cells of slots that were reported late: a mark over what was reported. */
  late: readonly { x: number; y: number }[];
  /** The frame of today; null when today is outside. */
  today: { x: number; y: number; width: number; height: number } | null;
  /** What a long course leaves out, and where it is; null: nothing. */
  earlier: { words: string; href: string } | null;
  /** Per device: what became of all slots that were asked for. */
  summaries: readonly { label: string; words: string }[];
};

export const CELL = 13;
const GUTTER = 46;
const HEAD = 16;
const DAY_GAP = 5;
const WEEK_GAP = 6;
const DAYS = 7;
/** Half a year: nearly every activation fits, and a case that stays open for years keeps a page of bounded size. */
const MOST_WEEKS = 26;

/** From the first slot that was asked for to the last; null when there is none. */
export function adherenceCalendar(course: Course, today: Day): AdherenceCalendar | null {
  const begun = course.devices.filter(({ entries }) => entries.length > 0);
  const all = begun.map((device) => device.entries.filter(isDrawn));
  // The slots of a device are in order.
  const firstDay = Math.min(...all.map((entries) => entries[0]?.day ?? Number.POSITIVE_INFINITY));
  const lastDay = Math.max(...all.map((entries) => entries.at(-1)?.day ?? Number.NEGATIVE_INFINITY));
  if (firstDay > lastDay) return null;
  const monday = Math.max(mondayOf(firstDay), mondayOf(lastDay) - (MOST_WEEKS - 1) * DAYS);
  const devices = firstDay >= monday ? all : all.map((entries) => entries.filter(({ day }) => day >= monday));
  const slots = mostSlots(devices);
  const dayWidth = slots * CELL + DAY_GAP;
  const weekHeight = devices.length * CELL + WEEK_GAP;
  const left = (day: Day) => GUTTER + ((day - monday) % DAYS) * dayWidth;
  const top = (day: Day) => HEAD + Math.floor((day - monday) / DAYS) * weekHeight;
  const place = ({ day, slot }: SlotEntry, row: number) => ({
    x: left(day) + (slot - 1) * CELL,
    y: top(day) + row * CELL,
  });
  const weekCount = Math.floor((lastDay - monday) / DAYS) + 1;
  return {
    width: GUTTER + DAYS * dayWidth,
    height: HEAD + weekCount * weekHeight,
    weekdays: Array.from({ length: DAYS }, (_, index) => ({
      x: GUTTER + index * dayWidth + (slots * CELL) / 2,
      word: formatWeekday(monday + index).slice(0, 2),
    })),
    weeks: Array.from({ length: weekCount }, (_, index) => ({
      y: HEAD + index * weekHeight + (devices.length * CELL) / 2 + 4,
      label: formatDayShort(monday + index * DAYS),
    })),
    layers: layersOf(devices, place),
    late: devices.flatMap((entries, row) =>
      entries.filter(({ late }) => late).map((entry) => place(entry, row)),
    ),
    today:
      today >= monday && today <= lastDay
        ? { x: left(today), y: top(today), width: slots * CELL, height: devices.length * CELL }
        : null,
    earlier: firstDay < monday ? earlierDays(course.facts.caseId, monday - 1) : null,
    summaries: begun.map((device) => ({ label: device.device.label, words: summaryWords(device) })),
  };
}

/** A slot in which nothing was asked stays blank, which is not zero. */
export function isDrawn({ status, planKind }: SlotEntry): boolean {
  return status !== 'future' && (status !== 'quiet' || planKind === 'hold');
}

function mostSlots(devices: readonly (readonly SlotEntry[])[]): number {
  let most = 1;
  for (const entries of devices) for (const { slot } of entries) most = Math.max(most, slot);
  return most;
}

function mondayOf(day: Day): Day {
  return day - ((((day + 3) % DAYS) + DAYS) % DAYS);
}

function earlierDays(caseId: string, last: Day): AdherenceCalendar['earlier'] {
  return { words: `Days up to ${formatDay(last)}`, href: `/cases/${caseId}/turns?until=${isoDay(last)}` };
}

function layersOf(
  devices: readonly (readonly SlotEntry[])[],
  place: (entry: SlotEntry, row: number) => { x: number; y: number },
): readonly CalendarLayer[] {
  const layers = new Map<SlotStatus, { x: number; y: number }[]>();
  devices.forEach((entries, row) => {
    for (const entry of entries) {
      const cells = layers.get(entry.status);
      if (cells) cells.push(place(entry, row));
      else layers.set(entry.status, [place(entry, row)]);
    }
  });
  return [...layers].map(([status, cells]) => {
    if (status === 'quiet') return { status, letter: 'H', word: 'hold', cells };
    return { status, letter: slotSign(status).letter, word: slotSign(status).word, cells };
  });
}

/** `38 of 42 done; 2 not reported, 1 partly done, 1 not asked for; 3 reported late`. */
function summaryWords({ entries, causes }: DeviceCourse): string {
  const counts = new Map<SlotStatus, number>();
  let asked = 0;
  let unasked = 0;
  for (const { status, planKind } of entries) {
    if (status === 'future' || status === 'quiet') continue;
    if (planKind !== 'turn') {
      unasked += 1;
      continue;
    }
    asked += 1;
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const done = counts.get('done') ?? 0;
  counts.delete('done');
  const rest = [...counts].map(([status, count]) => `${count} ${slotSign(status).word}`);
  if (unasked > 0) rest.push(`${unasked} not asked for`);
  const late = causes.lateSlots === 0 ? '' : `; ${causes.lateSlots} reported late`;
  return `${done} of ${asked} done${rest.length === 0 ? '' : `; ${rest.join(', ')}`}${late}`;
}
