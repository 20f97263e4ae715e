import { localTime } from '#lib/domain/case-day.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { expansionUm, type Um } from '#lib/domain/units.ts';
import { MEASUREMENT_WORDS, METHOD_WORDS, SOURCE_WORDS } from '#lib/view/case-words.ts';
import { formatActuations, formatMm } from '#lib/view/format-amount.ts';
import { formatDay, formatInstantShort, formatMinute, formatWeekday } from '#lib/view/format-date.ts';
import { slotSign } from '#lib/view/slot-sign.ts';
import { gapMeasurements, measuredExpansionUm, uncertaintyWords } from './chart-measured.ts';
import { correctedSlots, slotId } from './chart-reported.ts';
import { localX } from './chart-scale.ts';
import type { TimeWindow } from './chart-time.ts';

/** What is known of one device in one slot, in words and figures. Null: nothing of that kind is known. */
export type SlotCell = {
  plannedUm: Um | null;
  reportedUm: Um | null;
  deviationUm: Um | null;
  status: string;
  measured: string | null;
  /** Who turned, how it was heard, corrections, lateness. */
  by: string | null;
  version: string | null;
};

/** One slot across the devices. */
export type SlotReading = { x: number; when: string; cells: readonly SlotCell[] };

/** The slots that have begun and are drawn, oldest first: how many, and the words of some, as `Array.slice` counts. */
export type SlotReadings = { count: number; slice: (from?: number) => readonly SlotReading[] };

/** Every slot that has begun within the drawn time, across the devices that are shown; words on demand. */
export function slotReadings(
  course: Course,
  shown: readonly DeviceCourse[],
  window: TimeWindow,
): SlotReadings {
  const { span, dayOne } = window;
  const { zone, reports } = course.facts;
  const slots = begunSlots(shown, window).filter(({ at }) => localX(zone, at) <= span.to);
  const slice = (from = 0) => {
    const first = from < 0 ? Math.max(0, slots.length + from) : from;
    const wanted = slots.slice(first);
    const corrected = correctedSlots(reports);
    const byDevice = shown.map((device) => entriesFrom(device, wanted[0]));
    const measured = shown.map((device) => measurementsBySlot(course, device, slots, window));
    return wanted.map((slot, index) => ({
      x: localX(zone, slot.at),
      when: whenWords(slot, zone, dayOne),
      cells: shown.map((device, column) => {
        const words = measured[column]?.get(first + index) ?? null;
        return cellOf(device, byDevice[column]?.get(slotKey(slot)), words, corrected);
      }),
    }));
  };
  return { count: slots.length, slice };
}

/** The slots that have begun of all devices together. Of one that several have, the last has it. */
function begunSlots(
  shown: readonly DeviceCourse[],
  { span: { from }, lastSlotDay }: TimeWindow,
): readonly SlotEntry[] {
  return shown.reduce<readonly SlotEntry[]>((slots, { entries }) => {
    const begun = entries.filter(
      ({ status, day }) => status !== 'future' && day >= from && day <= lastSlotDay,
    );
    return slots.length === 0 ? begun : merged(slots, begun);
  }, []);
}

/** Two rows in order as one. Of a slot in both, the second has it. */
function merged(first: readonly SlotEntry[], second: readonly SlotEntry[]): readonly SlotEntry[] {
  const slots: SlotEntry[] = [];
  let at = 0;
  let next = first[0];
  for (const entry of second) {
    const key = slotKey(entry);
    for (; next && slotKey(next) < key; next = first[++at]) slots.push(next);
    if (next && slotKey(next) === key) next = first[++at];
    slots.push(entry);
  }
  return slots.concat(first.slice(at));
}

/** The slots of a device by their keys, from one on. */
function entriesFrom(
  { entries }: DeviceCourse,
  first: SlotEntry | undefined,
): ReadonlyMap<number, SlotEntry> {
  const least = first === undefined ? Number.POSITIVE_INFINITY : slotKey(first);
  const from = entries.findIndex((entry) => slotKey(entry) >= least);
  return new Map(from === -1 ? [] : entries.slice(from).map((entry) => [slotKey(entry), entry]));
}

const MOST_SLOTS_A_DAY = 100;

function slotKey({ day, slot }: { day: number; slot: number }): number {
  return day * MOST_SLOTS_A_DAY + slot;
}

function whenWords({ day, slot, at }: SlotEntry, zone: string, dayOne: number | null): string {
  const time = formatMinute(localTime(zone, at).minute);
  const number = dayOne === null || day < dayOne ? '' : ` · day ${day - dayOne + 1}`;
  return `${formatWeekday(day)} ${formatDay(day)} ${time} · slot ${slot}${number}`;
}

function cellOf(
  { device }: DeviceCourse,
  entry: SlotEntry | undefined,
  measured: string | null,
  corrected: ReadonlySet<string>,
): SlotCell {
  if (!entry) {
    return {
      plannedUm: null,
      reportedUm: null,
      deviationUm: null,
      status: 'nothing planned',
      measured,
      by: null,
      version: null,
    };
  }
  const plannedUm = expansionUm(entry.plannedTotalCenti, device);
  const reportedUm = expansionUm(entry.reportedTotalCenti, device);
  const isPlanned = entry.version !== null;
  const isJudged = isPlanned && entry.status !== 'open';
  const isCorrected = corrected.has(slotId({ deviceId: device.id, day: entry.day, slot: entry.slot }));
  return {
    plannedUm: isPlanned ? plannedUm : null,
    reportedUm,
    deviationUm: isJudged ? reportedUm - plannedUm : null,
    status: statusWords(entry),
    measured,
    by: byWords(entry, isCorrected),
    version: entry.version === null ? null : `v${entry.version}`,
  };
}

/** `done, 1 of 1`, `not reported, 1 planned`, `on hold`. */
function statusWords(entry: SlotEntry): string {
  if (entry.status === 'quiet') return entry.planKind === 'hold' ? 'on hold' : 'nothing planned';
  const { word } = slotSign(entry.status);
  if (entry.reportedCenti === null) {
    return entry.plannedCenti === 0 ? word : `${word}, ${formatActuations(entry.plannedCenti)} planned`;
  }
  const asked = entry.planKind === 'none' ? '' : ` of ${formatActuations(entry.plannedCenti)}`;
  return `${word}, ${formatActuations(entry.reportedCenti)}${asked}`;
}

function byWords(entry: SlotEntry, isCorrected: boolean): string | null {
  const said = entry.reports.map((report) => {
    const who = report.turnedBy === null ? '' : `${report.turnedBy}, `;
    return who + SOURCE_WORDS[report.source];
  });
  const parts = [...new Set(said)];
  if (isCorrected) parts.push('corrected');
  if (entry.late) parts.push('late');
  return parts.length === 0 ? null : parts.join(' · ');
}

/**
 * Each measurement stands with the last slot before it (or the first, if it came before all). One of the days that are
 * left out stands with theirs.
 */
function measurementsBySlot(
  course: Course,
  { device }: DeviceCourse,
  slots: readonly SlotEntry[],
  { span, earlier, later }: TimeWindow,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const measurement of gapMeasurements(course.facts.measurements, device.id)) {
    const x = localX(course.facts.zone, measurement.takenAt);
    if ((earlier !== null && x < span.from) || (later !== null && x >= span.to)) continue;
    const after = slots.findIndex((slot) => slot.at > measurement.takenAt);
    const index = after === -1 ? slots.length - 1 : Math.max(0, after - 1);
    const value = formatMm(measuredExpansionUm(measurement, device), 2);
    const how = `${METHOD_WORDS[measurement.method]}, ${MEASUREMENT_WORDS[measurement.kind]} ${formatMm(measurement.valueUm)}, ${formatInstantShort(measurement.takenAt, course.facts.zone)}`;
    const words = `${value} ${uncertaintyWords(measurement)} (${how})`;
    found.set(index, found.has(index) ? `${found.get(index)}; ${words}` : words);
  }
  return found;
}
