import { dayFromIso, isoDay } from '#lib/domain/case-day.ts';
import type { Centi, Minutes } from '#lib/domain/units.ts';

/** What a row of an entry form says of itself: which report it would be, and what the plan asked there. */
export type TurnRow = {
  key: string;
  reportId: string;
  deviceId: string;
  day: string;
  slot: string;
  expectedCenti: Centi;
  /** Minute of the day for which the slot is planned; null: no plan. */
  minute: Minutes | null;
};

/** A report not yet checked, with the field of the form that each of its parts came from. */
export type WrittenReport = {
  values: Record<string, unknown>;
  fieldOf: (part: string) => string;
};

/** What an entry form yields: reports to check, or what is wrong, by field. */
export type WrittenTurns = { reports: WrittenReport[]; fields: Record<string, string> };

/** A time this long before its slot is that of the day after: a turn at 00:20 counts for the evening slot. */
const EARLIEST_LEAD_MIN = 6 * 60;
const ROW = /^([\w.-]{1,40}) (\S{1,40}) (\S{1,40}) (\S{1,12}) (\d{1,3}) (-?\d{1,7}) (\d{1,4}|-)$/;

/** The hidden text of a row. */
export function rowText(row: TurnRow): string {
  const { key, reportId, deviceId, day, slot, expectedCenti, minute } = row;
  return [key, reportId, deviceId, day, slot, expectedCenti, minute ?? '-'].join(' ');
}

/** The rows that a form carries, in its order; what is damaged is left out. */
export function rowsOf(form: FormData): TurnRow[] {
  return form.getAll('row').flatMap((text) => {
    const match = typeof text === 'string' ? ROW.exec(text) : null;
    if (!match) return [];
    const [, key = '', reportId = '', deviceId = '', day = '', slot = '', expected, minute] = match;
    return {
      key,
      reportId,
      deviceId,
      day,
      slot,
      expectedCenti: Number(expected),
      minute: minute === '-' ? null : Number(minute),
    };
  });
}

/** The text that was typed into a field, without blanks at its ends. */
export function typedText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** Day and time of a turn from the time alone; null if it is no time. */
export function momentOfSlot({ day, minute }: TurnRow, time: string): string | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  const slotDay = dayFromIso(day);
  if (!match || slotDay === null) return null;
  const typed = Number(match[1]) * 60 + Number(match[2]);
  const isNextDay = minute !== null && typed < minute - EARLIEST_LEAD_MIN;
  return `${isoDay(isNextDay ? slotDay + 1 : slotDay)}T${time}`;
}
