import { instantAt } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { plannedSlots, versionInForce } from '#lib/domain/plan/planned-slots.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { acceptReport, type ReportRefusal } from '#lib/domain/turn/accept-report.ts';
import type { TurnOutcome, TurnReport } from '#lib/domain/turn/report.ts';
import type { Centi } from '#lib/domain/units.ts';
import { deviceIdIn, momentOr, noteRepeatedIds, type Reading } from './case-file-reading.ts';
import type { CaseFile } from './case-file-shape.ts';

type Written = CaseFile['turns'][number];
type Run = CaseFile['turnsAsPlanned'][number];

const LONGEST_COURSE_DAYS = 1000;

const UNSAID = {
  turnedBy: null,
  checkedBy: null,
  resistance: 'unknown',
  pain: null,
  siteLook: null,
  note: null,
  signs: [],
  correctsId: null,
  retracted: false,
} as const;

/** The reports of a case file: the runs written as "as planned", then the turns written one by one. */
export function turnReports(
  file: CaseFile,
  versions: readonly ProtocolVersion[],
  reading: Reading,
): TurnReport[] {
  const runs = file.turnsAsPlanned.flatMap((run, index) => reportsOfRun(run, index, versions, reading));
  const written = file.turns.map((turn, index) => reportOf(turn, index, versions, reading));
  noteRepeatedIds(
    reading,
    'turns',
    written.map(({ id }) => id),
  );
  return [...runs, ...written];
}

function reportOf(
  turn: Written,
  index: number,
  versions: readonly ProtocolVersion[],
  reading: Reading,
): TurnReport {
  const at = (field: string) => ['turns', index, field] as const;
  const doneAt = momentOr(reading, turn.doneAt, at('doneAt'), null);
  const recordedAt = momentOr(
    reading,
    turn.recordedAt,
    at('recordedAt'),
    doneAt ?? slotTime(turn, versions, reading),
  );
  if (recordedAt === null) {
    reading.problems.push({
      path: at('recordedAt'),
      message:
        'the protocol has no such session on this day, so the time is not known; write doneAt or recordedAt',
    });
  }
  return {
    id: turn.id ?? `turn-${index + 1}`,
    deviceId: deviceIdIn(reading, turn.device, at('device')),
    day: turn.day,
    slot: turn.slot,
    actuationsCenti: amountOf(turn, index, versions, reading),
    outcome: turn.outcome,
    doneAt,
    recordedAt: recordedAt ?? 0,
    source: turn.source,
    turnedBy: turn.turnedBy,
    checkedBy: turn.checkedBy,
    resistance: turn.resistance,
    pain: turn.pain,
    siteLook: turn.siteLook,
    note: turn.note,
    signs: turn.signs,
    correctsId: turn.corrects,
    retracted: turn.retracted,
  };
}

const NEEDS: Record<TurnOutcome, ((centi: Centi, askedCenti: Centi) => boolean) | null> = {
  done: (centi) => centi !== 0,
  partial: (centi) => centi !== 0,
  extra: (centi) => centi !== 0,
  'wrong-way': (centi, askedCenti) => (askedCenti < 0 ? centi > 0 : centi < 0),
  skipped: (centi) => centi === 0,
  'could-not-engage': null,
  'not-sure': null,
};

const AMOUNT_SENTENCE: Record<TurnOutcome, string> = {
  done: 'a turn that was done has an amount, such as 1; for none write the outcome "skipped"',
  partial: 'a partial turn has an amount, such as 0.5; for none write the outcome "skipped"',
  extra: 'an extra turn has an amount, such as 1',
  'wrong-way':
    'a turn the wrong way has an amount against the plan: negative, such as -1, or positive where the protocol turns back',
  skipped: 'a skipped turn has no amount; leave actuations out',
  'could-not-engage': '',
  'not-sure': '',
};

function amountOf(
  turn: Written,
  index: number,
  versions: readonly ProtocolVersion[],
  reading: Reading,
): Centi | null {
  const { outcome, actuations } = turn;
  if (actuations === undefined && outcome === 'not-sure') return null;
  const amount = actuations ?? 0;
  const fits = turn.retracted || (NEEDS[outcome]?.(amount, askedOf(turn, versions, reading)) ?? true);
  if (!fits)
    reading.problems.push({ path: ['turns', index, 'actuations'], message: AMOUNT_SENTENCE[outcome] });
  return amount;
}

/** What the protocol asks for in the slot of a turn; 0: nothing. */
function askedOf(
  { device, day, slot }: Written,
  versions: readonly ProtocolVersion[],
  reading: Reading,
): Centi {
  const found = reading.devices.find(({ label }) => label === device);
  const plan = versionInForce(versions, day, slot)?.devices.find(({ deviceId }) => deviceId === found?.id);
  return plan?.perSession[slot - 1] ?? 0;
}

/** The local time of a turn's session; null if no version plans one. */
function slotTime({ day, slot }: Written, versions: readonly ProtocolVersion[], { zone }: Reading) {
  const minute = versionInForce(versions, day, slot)?.sessions[slot - 1];
  return minute === undefined ? null : instantAt(zone, day, minute);
}

function reportsOfRun(
  run: Run,
  index: number,
  versions: readonly ProtocolVersion[],
  reading: Reading,
): TurnReport[] {
  const at = (field: string) => ['turnsAsPlanned', index, field] as const;
  const wanted = new Set(
    run.devices?.map((label, place) => deviceIdIn(reading, label, [...at('devices'), place])) ??
      reading.devices.map(({ id }) => id),
  );
  const first = versions[0];
  if (first && run.through.day - first.fromDay > LONGEST_COURSE_DAYS) {
    reading.problems.push({
      path: at('through'),
      message: `this is more than ${LONGEST_COURSE_DAYS} days after the protocol begins; correct the day`,
    });
    return [];
  }
  const last = run.through.slot ?? Number.POSITIVE_INFINITY;
  const reports: TurnReport[] = [];
  for (const slot of plannedSlots(
    { zone: reading.zone, devices: reading.devices, versions, inactive: [] },
    run.through.day,
  )) {
    if (slot.day < run.from.day || (slot.day === run.from.day && slot.slot < run.from.slot)) continue;
    if (slot.day === run.through.day && slot.slot > last) continue;
    for (const [place, device] of reading.devices.entries()) {
      const amount = slot.amounts[place];
      if (!wanted.has(device.id) || amount?.kind !== 'turn') continue;
      reports.push({
        id: `run-${index + 1}-${device.label}-${slot.day}-${slot.slot}`,
        deviceId: device.id,
        day: slot.day,
        slot: slot.slot,
        actuationsCenti: amount.centi,
        outcome: 'done',
        doneAt: slot.at,
        recordedAt: slot.at,
        source: run.source,
        ...UNSAID,
      });
    }
  }
  if (reports.length === 0) {
    reading.problems.push({
      path: at('from'),
      message: 'the protocol plans no turn of these devices from here; correct from, through or devices',
    });
  }
  return reports;
}

/** Notes each written turn that cannot be true, by the rules that a report to the clinic is held to. */
export function noteImpossibleTurns(file: CaseFile, facts: CaseFacts, reading: Reading): void {
  const written = facts.reports.slice(facts.reports.length - file.turns.length);
  const earlier = new Set(
    facts.reports.slice(0, facts.reports.length - file.turns.length).map(({ id }) => id),
  );
  for (const [index, report] of written.entries()) {
    const accepted = acceptReport(facts, report, report.recordedAt);
    if (accepted.ok && report.correctsId !== null && !earlier.has(report.correctsId)) {
      const message = 'a correction stands after the turn that it corrects; put them in that order';
      reading.problems.push({ path: ['turns', index, 'corrects'], message });
    }
    earlier.add(report.id);
    if (accepted.ok) continue;
    const { field, kind } = accepted.reason;
    reading.problems.push({ path: ['turns', index, FIELD[field]], message: REFUSED[kind] });
  }
}

const FIELD: Record<ReportRefusal['field'], string> = {
  deviceId: 'device',
  correctsId: 'corrects',
  doneAt: 'doneAt',
  day: 'day',
  slot: 'slot',
  actuations: 'actuations',
};

const REFUSED: Record<ReportRefusal['kind'], string> = {
  'device-unknown': 'no device has this label; write one of those under "devices"',
  'in-the-future': 'this is later than the turn was recorded; correct doneAt or recordedAt',
  'slot-in-the-future': 'this slot had not begun when the turn was recorded; correct day, slot or recordedAt',
  'before-placement': 'this is before the device was placed; correct it, or placedAt of the device',
  'after-removal': 'this is after the device was removed; correct it, or removedAt of the device',
  'amount-impossible': 'no device is turned as often as this in one report; correct the amount',
  'amount-missing': 'missing; write how many actuations were turned, such as 1',
  'amount-not-known': 'not sure means that the amount is not known; leave actuations out',
  'correction-of-unknown':
    'no turn of this device has that id; write the id of the turn that this one corrects',
  'already-corrected': 'another turn corrects the same one; correct that correction instead',
};
