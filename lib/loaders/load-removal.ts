import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listHardware } from '#lib/data/hardware.ts';
import { findNames } from '#lib/data/names.ts';
import { newId } from '#lib/data/new-id.ts';
import { listOperations, type OperationRecord } from '#lib/data/operations.ts';
import { pool } from '#lib/data/pool.ts';
import { findRemovalReport } from '#lib/data/removal-reports.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import { can } from '#lib/domain/access/can.ts';
import { type Closing, takesWrite } from '#lib/domain/access/closed-case.ts';
import { takesTime } from '#lib/domain/booking/booking.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { OperationKind } from '#lib/domain/facts.ts';
import { openMatters } from '#lib/domain/phase/completion.ts';
import { MOST_COMPLICATIONS, MOST_VISITS } from '#lib/domain/removal/removal-facts.ts';
import { unreportedRemoval } from '#lib/domain/removal/removal-report.ts';
import type { BookingDraft } from '#lib/view/booking-draft.ts';
import { type BookingView, bookingView } from '#lib/view/booking-view.ts';
import { type HistoryRow, historyRows } from '#lib/view/booking-words.ts';
import { type CheckRow, checkRows } from '#lib/view/check-rows.ts';
import { failureChoices } from '#lib/view/complication-form.ts';
import { COMPLICATION_WORDS } from '#lib/view/complication-words.ts';
import { blockerWords, type CriterionRow, criterionRow, windowWords } from '#lib/view/criterion-words.ts';
import { formatInstant, zoneNote } from '#lib/view/format-date.ts';
import { type HardwareRow, hardwareRows } from '#lib/view/hardware-rows.ts';
import { type Choice, choicesOf, OPERATION_WORDS } from '#lib/view/intake-words.ts';
import {
  doneDraft,
  type KeptOpen,
  keptOpenWords,
  type RemovalReportView,
  removalReportView,
  reportDraft,
} from '#lib/view/removal-report.ts';
import { loadBookingDraft } from './load-booking-draft.ts';
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
  /** Where the reader may say that an arm was taken off. */
  armPath: string | null;
  report: RemovalReportView | null;
  /** Why the case is open though its removal is recorded, or that it need not be; null: it is not, or none is. */
  keptOpen: KeptOpen | null;
  /** The form that records the removal. */
  done: DoneDraft | null;
  /** An operation that took hardware out without a report, and the form that adds it; null: none, or too late for one. */
  unreported: { words: string; draft: DoneDraft | null } | null;
  writeId: string;
};

type DoneDraft = {
  id: string;
  /** The operation of which this is the report; null: it is recorded with it. */
  correctsId: string | null;
  visitIds: readonly string[];
  /** What it can have taken out, and what the form says of it first. */
  devices: readonly Choice[];
  removedDeviceIds: readonly string[];
  /** The lines for complications; empty: somebody else records those. */
  complicationIds: readonly string[];
  kinds: readonly Choice[];
  failures: readonly Choice[];
  /** All devices of the case. */
  ofDevices: readonly Choice[];
  startedDay: string;
  startedTime: string;
  endedTime: string;
  findings?: string | undefined;
  stayedIn: string;
};

/** Everything about the second operation of a case. */
export async function loadRemoval(caseIdParam: string, query: RemovalQuery): Promise<RemovalPage> {
  const loaded = await loadCase(caseIdParam);
  const { at, record, card, course, assessment } = loaded;
  const { facts, header } = record;
  const { removal } = assessment;
  const { zone } = at.clinic;
  const [plan, entries, report, operations, names] = await Promise.all([
    findTheatrePlan(pool(), at.clinic.id, dayOf(zone, at.now)),
    listHardware(at.caseId),
    findRemovalReport(at.caseId),
    listOperations(pool(), at.caseId),
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
  const { devices, deviceEvents: events } = course.facts;
  const hardware = hardwareRows({ devices, events, zone: facts.zone }, card.hardware, entries);
  const mayRecordComplications = mayAttempt(at, 'complication.record');
  const mayRecord = (operation: OperationKind) =>
    takesWrite(header, 'operation.record') &&
    can(at.actor, 'operation.record', { clinicId: at.clinic.id, operation });
  const choicesIn = (isChoice: (row: HardwareRow) => boolean) =>
    hardware.filter(isChoice).map(({ deviceId, label }) => ({ value: deviceId, label }));
  const inPlace = choicesIn(({ isInPlace }) => isInPlace);
  const unreported = reportToCome(header, operations, devices, zone);
  const takenOut = unreported?.removedDeviceIds ?? [];
  const blank = {
    visitIds: Array.from({ length: MOST_VISITS }, newId),
    complicationIds: mayRecordComplications ? Array.from({ length: MOST_COMPLICATIONS }, newId) : [],
    kinds: choicesOf(COMPLICATION_WORDS),
    failures: failureChoices().map(({ value, label }) => ({ value, label })),
    ofDevices: choicesIn(() => true),
    stayedIn: hardware.flatMap(({ label, staysIn }) => (staysIn ? [`${label}: ${staysIn}`] : [])).join('; '),
  };
  return {
    caseId: at.caseId,
    zoneNote: zoneNote(zone, facts.zone),
    window: removal && windowWords(removal.window, judged),
    blockers: removal ? blockerWords(removal.criteria, judged) : [],
    criteria: removal ? removal.criteria.map((criterion) => criterionRow(criterion, judged)) : [],
    isUrgent: removal?.isUrgent ?? false,
    booking: removal && bookingView(removal, names, zone, facts.zone, at.now),
    history: historyRows(facts.removal.bookings, names, zone),
    draft: mayWrite && removal ? await loadBookingDraft(loaded, removal, plan, query) : null,
    mayWrite,
    checks: checkRows(facts.removal, names, facts.zone),
    mayCheck: isOpen && mayAttempt(at, 'check.record'),
    hardware,
    armPath: isOpen && mayAttempt(at, 'device.place') ? `/cases/${at.caseId}/devices` : null,
    report: report && removalReportView(report, facts.complications, zone),
    keptOpen: isOpen && report ? keptOpenWords(openMatters(facts), unreported) : null,
    done:
      isOpen && hardware.some(({ isInPlace }) => isInPlace) && mayRecord('removal')
        ? {
            ...blank,
            ...doneDraft(booking !== null && takesTime(booking) ? booking.place : null, zone, at.now),
            ...{ id: newId(), correctsId: null, devices: inPlace },
            removedDeviceIds: inPlace.map(({ value }) => value),
          }
        : null,
    unreported: unreported && {
      words: unreported.words,
      draft:
        mayRecord('removal') && mayRecord(unreported.kind)
          ? {
              ...blank,
              ...reportDraft(unreported, zone),
              ...{ id: newId(), correctsId: unreported.id },
              devices: choicesIn(({ isInPlace, deviceId }) => isInPlace || takenOut.includes(deviceId)),
              removedDeviceIds: takenOut,
            }
          : null,
    },
    writeId: newId(),
  };
}

/** The operation that is still asked for its report, with its name; null: none, or the case takes none any more. */
function reportToCome(
  header: Closing,
  operations: readonly OperationRecord[],
  devices: readonly Pick<Device, 'removedAt'>[],
  zone: string,
) {
  const operation = takesWrite(header, 'operation.record') ? unreportedRemoval(operations, devices) : null;
  if (operation === null) return null;
  const words = `${OPERATION_WORDS[operation.kind]}, ended ${formatInstant(operation.endedAt, zone)}`;
  return { ...operation, words };
}
