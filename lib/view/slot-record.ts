import { isoDay, localTime } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import { type Centi, expansionUm } from '#lib/domain/units.ts';
import { SOURCE_WORDS } from './case-words.ts';
import { statusWords } from './flowsheet-cell.ts';
import { formatActuationCount, formatMm } from './format-amount.ts';
import { formatDay, formatInstant, formatMinute, formatWeekday } from './format-date.ts';
import type { SlotAddress } from './slot-address.ts';
import { slotSign } from './slot-sign.ts';
import { turnSlots, unplannedSlot } from './turn-slots.ts';
import { OUTCOME_WORDS, RESISTANCE_WORDS } from './turn-words.ts';

/** What the trail knows of a report beyond its values. */
export type ReportTrace = { id: string; recordedBy: string | null; correctionReason: string | null };

/** One report in words, oldest first in its thread. */
export type ReportLine = {
  id: string;
  /** `reported`, `corrected`, `withdrawn`. */
  kind: 'reported' | 'corrected' | 'withdrawn';
  what: string;
  takenIn: string;
  recordedBy: string | null;
  facts: readonly { label: string; value: string }[];
  reason: string | null;
  /** False once a later one corrects it. */
  stands: boolean;
};

/** What a correction form starts from: the values that stand now, as people type them. */
export type CorrectionStart = {
  correctsId: string;
  /** The report was withdrawn: a correction brings it back. */
  isWithdrawn: boolean;
  deviceId: string;
  day: string;
  slot: number;
  outcome: TurnReport['outcome'];
  amount: string;
  doneDay: string;
  doneTime: string;
  source: TurnReport['source'];
  turnedBy: string;
  checkedBy: string;
  resistance: TurnReport['resistance'];
  pain: string;
  siteLook: string;
  note: string;
  expectedCenti: Centi;
};

export type ReportThread = { lines: readonly ReportLine[]; correction: CorrectionStart | null };

/** Everything about one device in one slot. */
export type SlotRecord = {
  title: string;
  when: string;
  planned: string;
  status: string;
  threads: readonly ReportThread[];
  /** A slot in which something can still be recorded: the address of the call form for it. */
  day: string;
  slot: number;
};

/** What is recorded of one device in one slot, originals and corrections; null where there is no such device. */
export function slotRecord(
  course: Course,
  place: SlotAddress,
  traces: ReadonlyMap<string, ReportTrace>,
): SlotRecord | null {
  const found = course.devices[place.deviceIndex];
  if (!found) return null;
  const { device } = found;
  const { day, slot } = place;
  const known =
    turnSlots(course, day, day).find((one) => one.slot === slot) ?? unplannedSlot(course, day, slot);
  const of = known.devices[place.deviceIndex];
  const status = of?.entry?.status ?? (of?.planKind === 'turn' ? 'future' : 'quiet');
  const time = known.minute === null ? '' : ` ${formatMinute(known.minute)}`;
  const threads = threadsOf(course.facts.reports, { deviceId: device.id, day, slot });
  const zone = course.facts.zone;
  return {
    title: `${device.label}, slot ${slot}`,
    when: `${formatWeekday(day)} ${formatDay(day)}${time}`,
    planned: plannedWords(known.version, of?.plannedCenti ?? 0, device),
    status: of ? statusWords(status, of) : slotSign(status).word,
    threads: threads.map((thread) => ({
      lines: thread.map((report, index) => lineOf(report, index === thread.length - 1, device, zone, traces)),
      correction: correctionOf(thread, zone, of?.expectedCenti ?? 0),
    })),
    day: isoDay(day),
    slot,
  };
}

/** The reports of a slot with everything that corrects them, original first, also where it moved to another slot. */
function threadsOf(
  reports: readonly TurnReport[],
  { deviceId, day, slot }: { deviceId: string; day: number; slot: number },
): TurnReport[][] {
  const next = new Map<string, TurnReport>();
  for (const report of reports) if (report.correctsId !== null) next.set(report.correctsId, report);
  const threads: TurnReport[][] = [];
  for (const report of reports) {
    if (report.correctsId !== null || report.deviceId !== deviceId) continue;
    const thread = [report];
    for (let later = next.get(report.id); later && !thread.includes(later); later = next.get(later.id)) {
      thread.push(later);
    }
    if (thread.some((one) => one.day === day && one.slot === slot)) threads.push(thread);
  }
  return threads.sort((a, b) => (a[0]?.recordedAt ?? 0) - (b[0]?.recordedAt ?? 0));
}

function plannedWords(version: number | null, centi: Centi, device: Device): string {
  if (version === null) return 'no protocol version plans this slot';
  if (centi === 0) return `nothing, by protocol version ${version}`;
  return `${formatActuationCount(centi)} (${formatMm(expansionUm(centi, device))}), by protocol version ${version}`;
}

function lineOf(
  report: TurnReport,
  stands: boolean,
  device: Device,
  zone: string,
  traces: ReadonlyMap<string, ReportTrace>,
): ReportLine {
  const trace = traces.get(report.id);
  return {
    id: report.id,
    kind: report.retracted ? 'withdrawn' : report.correctsId === null ? 'reported' : 'corrected',
    what: report.retracted ? 'This turn never was.' : amountWords(report, device),
    takenIn: formatInstant(report.recordedAt, zone),
    recordedBy: trace?.recordedBy ?? null,
    facts: report.retracted ? [] : factsOf(report, zone),
    reason: trace?.correctionReason ?? null,
    stands,
  };
}

function amountWords({ outcome, actuationsCenti }: TurnReport, device: Device): string {
  const word = OUTCOME_WORDS[outcome];
  if (actuationsCenti === null) return `${word}: amount not known`;
  return `${word}: ${formatActuationCount(actuationsCenti)} (${formatMm(expansionUm(actuationsCenti, device))})`;
}

function factsOf(report: TurnReport, zone: string): readonly { label: string; value: string }[] {
  const facts = [
    ['Slot', `${formatDay(report.day)}, slot ${report.slot}`],
    ['Turned at', report.doneAt === null ? 'time not said' : formatInstant(report.doneAt, zone)],
    ['Turned by', report.turnedBy],
    ['Checked by', report.checkedBy],
    ['Source', SOURCE_WORDS[report.source]],
    ['Resistance', report.resistance === 'unknown' ? null : RESISTANCE_WORDS[report.resistance]],
    ['Pain', report.pain === null ? null : `${report.pain} of 10`],
    ['Site', report.siteLook],
    ['Note', report.note],
  ] as const;
  return facts.flatMap(([label, value]) => (value === null ? [] : { label, value }));
}

/** Starts from the values that stand; after a withdrawal from those that were withdrawn, to bring them back. */
function correctionOf(
  thread: readonly TurnReport[],
  zone: string,
  expectedCenti: Centi,
): CorrectionStart | null {
  const last = thread.at(-1);
  const report = thread.findLast(({ retracted }) => !retracted);
  if (!last || !report) return null;
  const done = report.doneAt === null ? null : localTime(zone, report.doneAt);
  return {
    correctsId: last.id,
    isWithdrawn: last.retracted,
    deviceId: report.deviceId,
    day: isoDay(report.day),
    slot: report.slot,
    outcome: report.outcome,
    amount: amountText(report.actuationsCenti, expectedCenti),
    doneDay: done ? isoDay(done.day) : '',
    doneTime: done ? formatMinute(done.minute) : '',
    source: report.source,
    turnedBy: report.turnedBy ?? '',
    checkedBy: report.checkedBy ?? '',
    resistance: report.resistance,
    pain: report.pain === null ? '' : String(report.pain),
    siteLook: report.siteLook ?? '',
    note: report.note ?? '',
    expectedCenti,
  };
}

/** An amount as it is typed into the form: where the slot turns back, one without a sign would be one back. */
function amountText(centi: Centi | null, expectedCenti: Centi): string {
  if (centi === null) return '';
  return `${centi > 0 && expectedCenti < 0 ? '+' : ''}${centi / 100}`;
}
