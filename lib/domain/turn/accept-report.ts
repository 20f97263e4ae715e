import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { windowStartOf } from '#lib/domain/plan/slot-window.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import type { TurnReport } from './report.ts';

/** How far a phone's clock may run ahead before a time is called the future. A limit of clocks, not a clinical one. */
export const CLOCK_TOLERANCE_MIN = 5;

/** More than this in one report is a slip of the finger: 40 mm of travel (clinical.md §3) at 0.25 mm is 160. */
export const MOST_ACTUATIONS_CENTI = 20_000;

export type ReportRefusal =
  | { kind: 'device-unknown'; field: 'deviceId' }
  | { kind: 'in-the-future'; field: 'doneAt'; now: Instant }
  | { kind: 'slot-in-the-future'; field: 'day' | 'slot'; now: Instant }
  | { kind: 'before-placement'; field: 'doneAt' | 'day'; placedAt: Instant }
  | { kind: 'after-removal'; field: 'doneAt' | 'day'; removedAt: Instant }
  | { kind: 'amount-impossible'; field: 'actuations'; mostCenti: number }
  | { kind: 'amount-missing'; field: 'actuations' }
  | { kind: 'amount-not-known'; field: 'actuations' }
  | { kind: 'correction-of-unknown'; field: 'correctsId' }
  | { kind: 'already-corrected'; field: 'correctsId' };

/**
 * Whether a report can be true. Only what cannot be is refused; a report that departs from the plan is kept and
 * flagged (architecture §3).
 */
export function acceptReport(
  facts: CaseFacts,
  report: TurnReport,
  now: Instant,
): Result<TurnReport, ReportRefusal> {
  const device = facts.devices.find(({ id }) => id === report.deviceId);
  if (!device) return refused({ kind: 'device-unknown', field: 'deviceId' });
  if (report.doneAt !== null && report.doneAt > now + CLOCK_TOLERANCE_MIN * MINUTE_MS) {
    return refused({ kind: 'in-the-future', field: 'doneAt', now });
  }
  if (isBeforeItsSlot(facts, report, now + CLOCK_TOLERANCE_MIN * MINUTE_MS)) {
    const field = report.day > dayOf(facts.zone, now) ? 'day' : 'slot';
    return refused({ kind: 'slot-in-the-future', field, now });
  }
  if (report.doneAt !== null && report.doneAt < device.placedAt) {
    return refused({ kind: 'before-placement', field: 'doneAt', placedAt: device.placedAt });
  }
  if (report.day < dayOf(facts.zone, device.placedAt)) {
    return refused({ kind: 'before-placement', field: 'day', placedAt: device.placedAt });
  }
  if (device.removedAt !== null && report.doneAt !== null && report.doneAt > device.removedAt) {
    return refused({ kind: 'after-removal', field: 'doneAt', removedAt: device.removedAt });
  }
  if (device.removedAt !== null && report.day > dayOf(facts.zone, device.removedAt)) {
    return refused({ kind: 'after-removal', field: 'day', removedAt: device.removedAt });
  }
  const amount = amountRefusal(report);
  if (amount) return refused(amount);
  return correctionRefusal(facts, report) ?? ok(report);
}

/**
 * Whether no turn counts for the slot of a report yet: its window has not begun, or its day, where no version plans it.
 * What never was can always be withdrawn.
 */
function isBeforeItsSlot({ zone, versions }: CaseFacts, report: TurnReport, at: Instant): boolean {
  const today = dayOf(zone, at);
  if (report.retracted || report.day < today) return false;
  const begins = windowStartOf(versions, zone, report);
  return begins === null ? report.day > today : begins > at;
}

function amountRefusal({ actuationsCenti, outcome, retracted }: TurnReport): ReportRefusal | null {
  if (actuationsCenti === null) {
    return outcome === 'not-sure' || retracted ? null : { kind: 'amount-missing', field: 'actuations' };
  }
  if (outcome === 'not-sure') return { kind: 'amount-not-known', field: 'actuations' };
  const isWhole = Number.isSafeInteger(actuationsCenti) && Math.abs(actuationsCenti) <= MOST_ACTUATIONS_CENTI;
  return isWhole
    ? null
    : { kind: 'amount-impossible', field: 'actuations', mostCenti: MOST_ACTUATIONS_CENTI };
}

function correctionRefusal(facts: CaseFacts, report: TurnReport): Result<never, ReportRefusal> | null {
  if (report.correctsId === null) return null;
  const original = facts.reports.find(({ id }) => id === report.correctsId);
  if (!original || original.deviceId !== report.deviceId) {
    return refused({ kind: 'correction-of-unknown', field: 'correctsId' });
  }
  const isTaken = facts.reports.some(
    ({ id, correctsId }) => correctsId === report.correctsId && id !== report.id,
  );
  return isTaken ? refused({ kind: 'already-corrected', field: 'correctsId' }) : null;
}
