import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listStaff } from '#lib/data/clinic-staff.ts';
import { newId } from '#lib/data/new-id.ts';
import { can } from '#lib/domain/access/can.ts';
import { isoDay, localTime } from '#lib/domain/case-day.ts';
import { type CaseStep, caseSteps } from '#lib/view/case-steps.ts';
import { type CourseDraft, type CourseRow, courseDraft, courseRows } from '#lib/view/course-form.ts';
import { formatMinute, zoneNote } from '#lib/view/format-date.ts';
import { type ProtocolDraft, protocolDraft } from '#lib/view/protocol-form.ts';
import { type ProtocolHistoryRow, protocolHistory } from '#lib/view/protocol-history.ts';
import { loadCase } from './load-case.ts';

/** `write`: the form of the next version; `course`: `new` or the id of the decision that is corrected. */
export type ProtocolQuery = { write?: unknown; course?: unknown; published?: unknown };

export type ProtocolPage = {
  caseId: string;
  zoneNote: string;
  isClosed: boolean;
  steps: readonly CaseStep[] | null;
  hasOperation: boolean;
  hasDevices: boolean;
  history: readonly ProtocolHistoryRow[];
  justPublished: boolean;
  mayPublish: boolean;
  /** The present on the clock of the family. */
  now: { day: string; time: string };
  form: {
    versionId: string;
    draft: ProtocolDraft;
    isSurgeon: boolean;
    latencyDays: number;
    people: Readonly<Record<string, string>>;
  } | null;
  course: { rows: readonly CourseRow[]; draft: CourseDraft | null; mayRecord: boolean };
};

/** The versions of the protocol with the form of the next one, and the decisions about the course. */
export async function loadProtocol(caseIdParam: string, query: ProtocolQuery): Promise<ProtocolPage> {
  const { at, record, card } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const { zone } = facts;
  const isClosed = header.closedAt !== null;
  const hasOperation = facts.operations.some(({ kind }) => kind === 'index');
  const hasDevices = facts.devices.some(({ removedAt }) => removedAt === null);
  const mayPublish = !isClosed && hasOperation && hasDevices && mayAttempt(at, 'protocol.publish');
  const mayRecord = !isClosed && hasOperation && mayAttempt(at, 'course.record');
  // The address alone opens the form: it must stay open when somebody else's version comes in between.
  const isWriting = mayPublish && query.write === 'next';
  const staff = isWriting ? await listStaff(at.clinic.id) : [];
  const { day, minute } = localTime(zone, at.now);
  const corrected = facts.events.find(({ id }) => id === query.course);
  return {
    caseId: at.caseId,
    zoneNote: zoneNote(zone, at.clinic.zone),
    isClosed,
    steps: isClosed ? null : caseSteps(facts),
    hasOperation,
    hasDevices,
    history: protocolHistory(facts.versions, facts.devices, card.people, zone),
    justPublished: query.published === String(facts.versions.length) && facts.versions.length > 0,
    mayPublish,
    now: { day: isoDay(day), time: formatMinute(minute) },
    form: isWriting
      ? {
          versionId: newId(),
          draft: protocolDraft(facts, header.clinicDefaults, at.now),
          isSurgeon: can(at.actor, 'protocol.publish', { clinicId: at.clinic.id, withinBand: false }),
          latencyDays: header.clinicDefaults.latencyDays,
          people: Object.fromEntries(staff.map(({ id, name }) => [id, name])),
        }
      : null,
    course: {
      rows: courseRows(facts.events, zone),
      draft:
        mayRecord && (corrected || query.course === 'new')
          ? courseDraft(newId(), corrected, { zone, now: at.now })
          : null,
      mayRecord,
    },
  };
}
