import 'server-only';
import { requireCase } from '#lib/auth/gate.ts';
import { newId } from '#lib/data/new-id.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { dayFromIso, dayOf, isoDay } from '#lib/domain/case-day.ts';
import type { Day } from '#lib/domain/units.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import { type EntrySlot, entrySlots, gridSlots, olderOpenSlots } from '#lib/view/turn-entry.ts';
import { loadCase } from './load-case.ts';

type Entry = {
  caseId: AuthorizedCaseId;
  slots: readonly EntrySlot[];
  zoneNote: string;
  isClosed: boolean;
  hasDevices: boolean;
  hasProtocol: boolean;
  today: string;
};

/** The address of the form may say how far back it goes, whether it shows reported slots, and one slot more. */
export type CallQuery = { days?: unknown; reported?: unknown; day?: unknown; slot?: unknown };

export type LoadedCall = Entry & {
  days: number;
  withReported: boolean;
  olderOpen: number;
  /** Key of the slot that the address adds: `2026-03-12.2`. */
  moreKey: string | null;
};

const CALL_DAYS = 3;
const MOST_DAYS = 62;
const SHEET_DAYS = 14;
const MOST_SLOTS = 24;

/** The form for a phone call: the slots of the last days that lack a report. */
export async function loadCallEntry(caseIdParam: string, query: CallQuery): Promise<LoadedCall> {
  const { entry, course, today } = await loadEntry(caseIdParam);
  const days = wholeBetween(query.days, 1, MOST_DAYS) ?? CALL_DAYS;
  const fromDay = today - days + 1;
  const moreDay = typeof query.day === 'string' ? dayFromIso(query.day) : null;
  const moreSlot = wholeBetween(query.slot, 1, MOST_SLOTS);
  const more = moreDay !== null && moreSlot !== null ? { day: moreDay, slot: moreSlot } : null;
  const withReported = query.reported === 'yes';
  return {
    ...entry,
    slots: entrySlots(course, { fromDay, throughDay: today, withReported, more }, newId),
    days,
    withReported,
    olderOpen: olderOpenSlots(course, fromDay),
    moreKey: more && `${isoDay(more.day)}.${more.slot}`,
  };
}

export type LoadedSheet = Entry & {
  from: string;
  days: number;
  devices: readonly { id: string; label: string }[];
  earlier: string | null;
  later: string | null;
};

/** The grid: two weeks of slots from a given day, else the latest two weeks of the protocol. */
export async function loadTurnSheet(
  caseIdParam: string,
  query: { from?: unknown; days?: unknown },
): Promise<LoadedSheet> {
  const { entry, course, today } = await loadEntry(caseIdParam);
  const days = wholeBetween(query.days, 1, MOST_DAYS) ?? SHEET_DAYS;
  const first = course.facts.versions.reduce((day, { fromDay }) => Math.min(day, fromDay), today);
  const asked = typeof query.from === 'string' ? dayFromIso(query.from) : null;
  const from: Day = Math.min(Math.max(asked ?? today - days + 1, first), today);
  const through = Math.min(from + days - 1, today);
  return {
    ...entry,
    slots: gridSlots(course, from, through, newId),
    from: isoDay(from),
    days,
    devices: course.devices.map(({ device: { id, label } }) => ({ id, label })),
    earlier: from > first ? isoDay(Math.max(first, from - days)) : null,
    later: through < today ? isoDay(through + 1) : null,
  };
}

/** What the page of the CSV import needs to know of the case. */
export async function loadImportPage(caseIdParam: string) {
  const { entry, course } = await loadEntry(caseIdParam);
  const { caseId, isClosed, zoneNote: note } = entry;
  return { caseId, isClosed, zoneNote: note, devices: course.devices.map(({ device }) => device.label) };
}

async function loadEntry(caseIdParam: string) {
  const at = await requireCase(caseIdParam, 'turns.record');
  const { record, course } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const today = dayOf(facts.zone, at.now);
  const entry = {
    caseId: at.caseId,
    zoneNote: zoneNote(facts.zone, at.clinic.zone),
    isClosed: header.closedAt !== null,
    hasDevices: facts.devices.length > 0,
    hasProtocol: facts.versions.length > 0,
    today: isoDay(today),
  };
  return { entry, course, today };
}

function wholeBetween(text: unknown, least: number, most: number): number | null {
  const value = typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
