import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listHardware } from '#lib/data/hardware.ts';
import { findNames } from '#lib/data/names.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { findRemovalReport } from '#lib/data/removal-reports.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import { takesTime } from '#lib/domain/booking/booking.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { MOST_VISITS } from '#lib/domain/removal/removal-facts.ts';
import { type BookingView, bookingView } from '#lib/view/booking-view.ts';
import { type HistoryRow, historyRows } from '#lib/view/booking-words.ts';
import { type CheckRow, checkRows } from '#lib/view/check-rows.ts';
import { blockerWords, type CriterionRow, criterionRow, windowWords } from '#lib/view/criterion-words.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import { type HardwareRow, hardwareRows } from '#lib/view/hardware-rows.ts';
import { doneDraft, type RemovalReportView, removalReportView } from '#lib/view/removal-report.ts';
import { type BookingDraft, loadBookingDraft } from './load-booking-draft.ts';
import { loadCase } from './load-case.ts';

/** `minutes`, `anaesthetist`: what free times are looked for; `form`: which form the address opens. */
export type RemovalQuery = { minutes?: unknown; anaesthetist?: unknown; form?: unknown; saved?: unknown };

export type RemovalPage = {
  caseId: string;
  /** The clinic's zone where it is not the family's: theatre times are read on the clinic's clock. */
  zoneNote: string;
  window: string | null;
  blockers: readonly string[];
  criteria: readonly CriterionRow[];
  isUrgent: boolean;
  booking: BookingView | null;
  history: readonly HistoryRow[];
  /** The form that gives or changes the time; null: there is nothing to book, or the reader may not. */
  draft: BookingDraft | null;
  mayWrite: boolean;
  checks: readonly CheckRow[];
  mayCheck: boolean;
  hardware: readonly HardwareRow[];
  report: RemovalReportView | null;
  /** The form that records the removal. */
  done: {
    id: string;
    visitIds: readonly string[];
    devices: readonly { value: string; label: string }[];
    mayClose: boolean;
    startedDay: string;
    startedTime: string;
    endedTime: string;
    stayedIn: string;
  } | null;
  writeId: string;
};

/** Everything about the second operation of a case. */
export async function loadRemoval(caseIdParam: string, query: RemovalQuery): Promise<RemovalPage> {
  const loaded = await loadCase(caseIdParam);
  const { at, record, card, course, assessment } = loaded;
  const { facts, header } = record;
  const { removal } = assessment;
  const { zone } = at.clinic;
  const [plan, entries, report, names] = await Promise.all([
    findTheatrePlan(pool(), at.clinic.id, dayOf(zone, at.now)),
    listHardware(at.caseId),
    findRemovalReport(at.caseId),
    findNames([
      ...new Set(
        [
          ...facts.removal.bookings.flatMap(({ place, recordedBy }) => [
            place?.roomId,
            place?.surgeonId,
            place?.anaesthetistId,
            recordedBy,
          ]),
          ...facts.removal.checks.map(({ recordedBy }) => recordedBy),
        ].filter((id): id is string => typeof id === 'string'),
      ),
    ]),
  ]);
  const isOpen = header.closedAt === null;
  const mayWrite = isOpen && mayAttempt(at, 'booking.write') && removal !== null;
  const booking = removal?.booking ?? null;
  const judged = { people: card.people, zone: facts.zone };
  const hardware = hardwareRows(course.facts.devices, card.hardware, entries);
  return {
    caseId: at.caseId,
    zoneNote: zoneNote(zone, facts.zone),
    window: removal && windowWords(removal.window, judged),
    blockers: removal ? blockerWords(removal.criteria, judged) : [],
    criteria: removal ? removal.criteria.map((criterion) => criterionRow(criterion, judged)) : [],
    isUrgent: removal?.isUrgent ?? false,
    booking: removal && bookingView(removal, names, zone, facts.zone),
    history: historyRows(facts.removal.bookings, names, zone),
    draft: mayWrite && removal ? await loadBookingDraft(loaded, removal, plan, query) : null,
    mayWrite,
    checks: checkRows(facts.removal, names, facts.zone),
    mayCheck: isOpen && mayAttempt(at, 'check.record'),
    hardware,
    report: report && removalReportView(report, zone),
    done:
      isOpen && removal !== null && mayAttempt(at, 'operation.record')
        ? {
            ...doneDraft(booking !== null && takesTime(booking) ? booking.place : null, zone, at.now),
            id: newId(),
            visitIds: Array.from({ length: MOST_VISITS }, newId),
            devices: hardware
              .filter(({ isInPlace }) => isInPlace)
              .map(({ deviceId, label }) => ({ value: deviceId, label })),
            mayClose: mayAttempt(at, 'case.close'),
            stayedIn: hardware
              .flatMap(({ label, staysIn }) => (staysIn ? [`${label}: ${staysIn}`] : []))
              .join('; '),
          }
        : null,
    writeId: newId(),
  };
}
