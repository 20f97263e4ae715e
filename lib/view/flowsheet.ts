import { dayOf, isoDay } from '#lib/domain/case-day.ts';
import { firstVersion } from '#lib/domain/protocol/version.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { type Day, expansionUm, type Um } from '#lib/domain/units.ts';
import { correctedSlots } from '#lib/view/chart/chart-reported.ts';
import { type DayRange, dayPage, type LeftOut } from './day-pages.ts';
import { type FlowCell, flowCell } from './flowsheet-cell.ts';
import { formatMm, formatSignedMm, mm } from './format-amount.ts';
import { formatDay, formatDayShort, formatMinute, formatWeekday } from './format-date.ts';
import { type TurnSlot, turnSlots } from './turn-slots.ts';

export type FlowDay = {
  day: Day;
  iso: string;
  /** `14-Jul`. */
  date: string;
  /** `Mon 14-Jul-2025, day 3`. */
  words: string;
  weekday: string;
  /** Day of activation, counted from 1; null before the first planned day. */
  number: number | null;
  isToday: boolean;
  /** Protocol version that begins on this day. */
  version: number | null;
};

export type FlowRow = { slot: number; time: string | null; cells: readonly FlowCell[] };

/** A running total at the end of each day, in mm with two decimals as on the chart; null: nothing known that day. */
export type FlowTotals = {
  planned: readonly (string | null)[];
  reported: readonly (string | null)[];
  difference: readonly (string | null)[];
};

export type FlowDevice = {
  id: string;
  label: string;
  position: string;
  /** What one actuation is worth. */
  thread: string;
  rows: readonly FlowRow[];
  totals: FlowTotals;
  /** Through the last slot that is due. */
  planned: string | null;
  reported: string;
  difference: string | null;
  notSureSlots: number;
};

export type Flowsheet = {
  days: readonly FlowDay[];
  devices: readonly FlowDevice[];
  /** What the last columns leave out, where activation is over. */
  endedOn: string | null;
  /** What a long course leaves out on either side; null: nothing. */
  earlier: LeftOut | null;
  later: LeftOut | null;
};

const DAYS_AFTER_LAST = 7;
/** Columns of one page: nearly every activation fits (60 to 65 days are the longest usual ones), and the page stays small. */
const PAGE_DAYS = 120;
const ONE_ACTUATION = 100;

/**
 * The turns of a case as a sheet: days across, slots and devices down, with the numbers of the chart. A long course is
 * laid out in pages, counted back from its last day: the one that holds `shownDay` is shown, else the latest.
 */
export function flowsheet(course: Course, shownDay: Day | null = null): Flowsheet {
  const today = dayOf(course.facts.zone, course.asOf);
  const whole = daysOf(course, today);
  if (!whole) return { days: [], devices: [], endedOn: null, earlier: null, later: null };
  const range = dayPage(whole, PAGE_DAYS, shownDay ?? whole.through);
  const listed = Array.from({ length: range.through - range.from + 1 }, (_, index) => range.from + index);
  const slots = turnSlots(course, range.from, range.through);
  const days = listed.map((day) => flowDay(course, day, today));
  const corrected = correctedSlots(course.facts.reports);
  const numbers = [...new Set(slots.map(({ slot }) => slot))].sort((a, b) => a - b);
  const bySlot = new Map(slots.map((slot) => [`${slot.day}#${slot.slot}`, slot]));
  return {
    days,
    devices: course.devices.map((device, deviceIndex) => ({
      ...deviceHead(device),
      rows: numbers.map((slot) => ({
        slot,
        time: timeOf(slots, slot),
        cells: listed.map((day) =>
          flowCell({
            course,
            device: device.device,
            deviceIndex,
            day,
            slot,
            found: bySlot.get(`${day}#${slot}`),
            corrected,
          }),
        ),
      })),
      totals: dailyTotals(device, listed),
    })),
    endedOn: range.through === whole.through && whole.through < today ? formatDay(whole.through) : null,
    earlier: range.earlier,
    later: range.later,
  };
}

function daysOf({ devices, facts }: Course, today: Day): DayRange | null {
  const reported = devices.flatMap(({ entries }) => [entries[0], entries.at(-1)].filter((one) => !!one));
  const starts = [...facts.versions.map(({ fromDay }) => fromDay), ...reported.map(({ day }) => day)];
  if (starts.length === 0) return null;
  const from = Math.min(...starts);
  const last = reported.reduce((day, entry) => Math.max(day, entry.day), from);
  const through = today - last > DAYS_AFTER_LAST ? last : Math.max(today, last);
  return { from, through };
}

function flowDay({ facts }: Course, day: Day, today: Day): FlowDay {
  const first = firstVersion(facts.versions);
  const number = first && day >= first.fromDay ? day - first.fromDay + 1 : null;
  const begun = facts.versions.filter(({ fromDay }) => fromDay === day).map(({ version }) => version);
  const weekday = formatWeekday(day);
  return {
    day,
    iso: isoDay(day),
    date: formatDayShort(day),
    words: `${weekday} ${formatDay(day)}${number === null ? '' : `, day ${number}`}`,
    weekday,
    number,
    isToday: day === today,
    version: begun.length === 0 ? null : Math.max(...begun),
  };
}

function timeOf(slots: readonly TurnSlot[], number: number): string | null {
  const minute = slots.findLast(({ slot, minute }) => slot === number && minute !== null)?.minute;
  return minute == null ? null : formatMinute(minute);
}

function deviceHead({ device, plannedDueUm, reportedUm, notSureSlots }: DeviceCourse) {
  return {
    id: device.id,
    label: device.label,
    position: device.position,
    thread: `1 actuation = ${formatMm(expansionUm(ONE_ACTUATION, device))}`,
    planned: plannedDueUm === null ? null : formatMm(plannedDueUm, 2),
    reported: formatMm(reportedUm, 2),
    difference: plannedDueUm === null ? null : formatSignedMm(reportedUm - plannedDueUm, 2),
    notSureSlots,
  };
}

function dailyTotals({ device, entries }: DeviceCourse, days: readonly Day[]): FlowTotals {
  const lastOfDay = new Map<Day, SlotEntry>();
  for (const entry of entries) if (entry.status !== 'future') lastOfDay.set(entry.day, entry);
  const each = (cell: (entry: SlotEntry) => string | null) =>
    days.map((day) => {
      const entry = lastOfDay.get(day);
      return entry ? cell(entry) : null;
    });
  const planned = (entry: SlotEntry) => expansionUm(entry.plannedTotalCenti, device);
  const reported = (entry: SlotEntry) => expansionUm(entry.reportedTotalCenti, device);
  return {
    planned: each((entry) => mm(planned(entry), 2)),
    reported: each((entry) => mm(reported(entry), 2)),
    difference: each((entry) =>
      entry.version === null || entry.status === 'open' ? null : signed(reported(entry) - planned(entry)),
    ),
  };
}

function signed(um: Um): string {
  return um > 0 ? `+${mm(um, 2)}` : mm(um, 2);
}
