import { dayOf, isoDay } from '#lib/domain/case-day.ts';
import { type SlotAhead, turnsAhead } from '#lib/domain/plan/turns-ahead.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { Day } from '#lib/domain/units.ts';
import { formatMinute } from './format-date.ts';
import { type SheetCell, sheetCell, strokePart } from './sheet-amount.ts';
import { type TurningGuidance, turningGuidance } from './sheet-guidance.ts';
import type { SheetLanguage } from './sheet-language.ts';
import { layOutSheet, type Paper, type SheetMeasures } from './sheet-pages.ts';
import { type SheetWords, sheetDay, sheetWeekday, sheetWords } from './sheet-words.ts';

/** Days that a sheet covers at most: activation has been 65 days (clinical.md §10), with room for a hold. */
export const MOST_SHEET_DAYS = 120;
const DEVICES_A_PAGE = 4;
const WIDE_DEVICES = 2;
/** How much of a hold with no end in sight is shown after the last turn. */
const HOLD_DAYS = 3;

/** A device at the head of its column. */
export type SheetDevice = {
  id: string;
  label: string;
  position: string;
  arrow: 'with' | 'against';
  direction: string;
  /** `one stroke = ¼ turn`; null where a stroke is a whole turn. */
  stroke: string | null;
};

export type SheetDay = {
  /** `2026-03-12`. */
  key: string;
  /** `Thu 12-Mar`. */
  label: string;
  slots: readonly { time: string; cells: readonly SheetCell[] }[];
};

export type SheetPage = {
  page: string;
  columns: SheetMeasures['columns'];
  devices: readonly SheetDevice[];
  days: readonly SheetDay[];
  hasGuidance: boolean;
};

/** What the family is handed: who it is for, the version it comes from, and its pages. */
export type TurningSheet = {
  language: SheetLanguage;
  paper: Paper;
  words: SheetWords;
  identity: { name: string; born: string; mrn: string };
  version: string;
  clinic: { name: string; phone: string | null };
  printed: string;
  /** Null where nothing is to be turned. */
  guidance: TurningGuidance | null;
  /** What is said above the days: nothing to turn, later versions, where the sheet ends. */
  notes: readonly string[];
  pages: readonly SheetPage[];
};

export type SheetRequest = {
  language: SheetLanguage;
  paper: Paper;
  /** How many days it covers at most. */
  days: number;
  patient: { familyName: string; givenName: string; bornDay: Day; mrn: string };
  clinic: { name: string; phone: string | null; zone: string };
  printedBy: string;
};

/** The turning sheet of the version in force from today on, or from its first day; null without a protocol. */
export function turningSheet(course: Course, request: SheetRequest): TurningSheet | null {
  const { inForce, facts, asOf } = course;
  if (inForce === null) return null;
  const { language, paper, patient, clinic } = request;
  const words = sheetWords(language);
  const firstDay = Math.max(
    dayOf(facts.zone, asOf),
    facts.versions.reduce((day, { fromDay }) => Math.min(day, fromDay), inForce.fromDay),
  );
  const limit = firstDay + Math.min(request.days, MOST_SHEET_DAYS) - 1;
  const all = turnsAhead(course, firstDay, limit);
  const slots = trimmed(all);
  const shown = course.devices
    .map((device, index) => ({ device, index }))
    .filter(({ index }) => slots.some(({ amounts }) => amounts[index]?.kind !== 'none'));
  const guidance = turningGuidance({ version: inForce, language, words, slots: all, devices: shown });
  const pages = chunks(shown).flatMap((some, part) =>
    layOutSheet(daysOf(slots, some, words), {
      paper,
      columns: some.length > WIDE_DEVICES ? 'narrow' : 'wide',
      guidanceCharacters: guidance?.missedTurnRule.length ?? 0,
    })
      .filter((page) => part === 0 || page.days.length > 0)
      .map(({ days, hasGuidance }) => ({
        columns: some.length > WIDE_DEVICES ? ('narrow' as const) : ('wide' as const),
        devices: some.map(({ device }) => sheetDevice(device, words)),
        days,
        hasGuidance: hasGuidance && part === 0,
      })),
  );
  return {
    language,
    paper,
    words,
    identity: {
      name: `${patient.familyName.toLocaleUpperCase(language)}, ${patient.givenName}`,
      born: sheetDay(patient.bornDay, words),
      mrn: patient.mrn,
    },
    version: words.version(inForce.version, sheetDay(inForce.fromDay, words)),
    clinic,
    printed: words.printed(sheetDay(dayOf(clinic.zone, asOf), words), request.printedBy),
    guidance,
    notes: notesOf(course, slots, all, limit, words),
    pages: pages.map((page, index) => ({ ...page, page: words.page(index + 1, pages.length) })),
  };
}

const hasTurn = ({ amounts }: SlotAhead) => amounts.some(({ kind }) => kind === 'turn');

/** Without what follows the day of the last turn, save the beginning of a hold. */
function trimmed(slots: readonly SlotAhead[]): readonly SlotAhead[] {
  const lastDay = slots.findLast(hasTurn)?.day;
  if (lastDay === undefined) return [];
  const isHeld = ({ version }: Pick<SlotAhead, 'version'>) =>
    version.devices.some(({ perSession }) => perSession.every((centi) => centi === 0));
  return slots.filter(({ day, ...slot }) => day <= lastDay || (isHeld(slot) && day <= lastDay + HOLD_DAYS));
}

/** Four devices a page: more go on pages of their own, the guidance on those of the first. */
function chunks<Thing>(things: readonly Thing[]): Thing[][] {
  const count = Math.max(1, Math.ceil(things.length / DEVICES_A_PAGE));
  return Array.from({ length: count }, (_, part) =>
    things.slice(part * DEVICES_A_PAGE, (part + 1) * DEVICES_A_PAGE),
  );
}

function daysOf(
  slots: readonly SlotAhead[],
  devices: readonly { device: DeviceCourse; index: number }[],
  words: SheetWords,
): SheetDay[] {
  const days = new Map<Day, SlotAhead[]>();
  for (const slot of slots) days.set(slot.day, [...(days.get(slot.day) ?? []), slot]);
  return [...days].map(([day, ofDay]) => ({
    key: isoDay(day),
    label: `${sheetWeekday(day, words)} ${sheetDay(day, words).slice(0, 6)}`,
    slots: ofDay.map(({ version, slot, amounts }) => ({
      time: formatMinute(version.sessions[slot - 1] ?? 0),
      cells: devices.flatMap(({ device, index }) => {
        const amount = amounts[index];
        return amount === undefined ? [] : [sheetCell(amount, device.device, words)];
      }),
    })),
  }));
}

function sheetDevice({ device }: DeviceCourse, words: SheetWords): SheetDevice {
  const { id, label, position, turnDirection } = device;
  const isWith = turnDirection === 'with-arrow';
  const part = strokePart(device);
  return {
    id,
    label,
    position,
    arrow: isWith ? 'with' : 'against',
    direction: isWith ? words.withArrow : words.againstArrow,
    stroke: part === null ? null : words.stroke(part),
  };
}

function notesOf(
  { inForce }: Course,
  slots: readonly SlotAhead[],
  all: readonly SlotAhead[],
  limit: Day,
  words: SheetWords,
): string[] {
  if (slots.length === 0) return [words.nothingToTurn];
  const later = new Map(
    slots.flatMap(({ version }) => (version === inForce ? [] : [[version.version, version] as const])),
  );
  const ahead = [...later.values()].map(
    ({ version, fromDay }) => `v${version} (${sheetDay(fromDay, words)})`,
  );
  const lastDay = all.findLast(hasTurn)?.day;
  return [
    ...(ahead.length > 0 ? [words.versionsAhead(ahead.join(', '))] : []),
    ...(lastDay !== undefined && lastDay >= limit - 1 ? [words.goesOn(sheetDay(lastDay, words))] : []),
  ];
}
