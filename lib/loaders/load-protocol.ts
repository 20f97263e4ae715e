import 'server-only';
import type { AtCase } from '#lib/auth/gate.ts';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listStaff } from '#lib/data/clinic-staff.ts';
import { newId } from '#lib/data/new-id.ts';
import { isoDay, localTime } from '#lib/domain/case-day.ts';
import { isAmendable, possibleDecisions } from '#lib/domain/phase/guards.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import {
  amendmentChoices,
  askedAmendment,
  deviceChoices,
  type LinkedChoice,
} from '#lib/view/amendment-choices.ts';
import { type CaseStep, caseSteps } from '#lib/view/case-steps.ts';
import { type CourseDraft, type CourseRow, courseDraft, courseRows } from '#lib/view/course-form.ts';
import { exchangeNotes, exchangeSteps } from '#lib/view/exchange-steps.ts';
import { formatMinute, zoneNote } from '#lib/view/format-date.ts';
import { type Choice, decisionChoices, peopleChoices } from '#lib/view/intake-words.ts';
import { previewFacts } from '#lib/view/preview-facts.ts';
import { type ProtocolDraft, protocolDraft } from '#lib/view/protocol-form.ts';
import { type ProtocolHistoryRow, protocolHistory } from '#lib/view/protocol-history.ts';
import type { PreviewBase } from '#lib/view/protocol-preview.ts';
import { type VersionComparison, versionComparison } from '#lib/view/version-comparison.ts';
import { type WaitingVersion, waitingVersion } from '#lib/view/waiting-version.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { previewBase } from './preview-base.ts';

/**
 * `write`: the amendment that is written, `device`: the one it is about; `course`: `new` or the id of the decision that
 * is corrected; `from` and `to`: two versions to compare.
 */
export type ProtocolQuery = {
  write?: unknown;
  device?: unknown;
  course?: unknown;
  published?: unknown;
  proposed?: unknown;
  reviewed?: unknown;
  from?: unknown;
  to?: unknown;
};

export type ProtocolPage = {
  caseId: string;
  zoneNote: string;
  isClosed: boolean;
  steps: readonly CaseStep[] | null;
  hasOperation: boolean;
  hasDevices: boolean;
  history: readonly ProtocolHistoryRow[];
  comparison: VersionComparison | null;
  /** What was just saved, in a sentence; `waits`: it is not in force. */
  done: { words: string; waits: boolean } | null;
  mayPublish: boolean;
  amendments: readonly LinkedChoice[];
  /** What is to be recorded before the exchange that the address asks for; null: nothing. */
  exchange: readonly CaseStep[] | null;
  staff: readonly Choice[];
  /** The present on the clock of the family. */
  now: { day: string; time: string };
  waiting: { waiting: WaitingVersion; reviewId: string | null; isAuthor: boolean } | null;
  form: {
    versionId: string;
    draft: ProtocolDraft;
    devices: readonly LinkedChoice[];
    /** What the author should know of the devices that were exchanged. */
    notes: readonly string[];
    latencyDays: number;
    preview: PreviewBase;
  } | null;
  /** What the address asks to be written: another version that comes in between changes nothing about it. */
  formKey: string;
  course: {
    rows: readonly CourseRow[];
    draft: CourseDraft | null;
    kinds: readonly Choice[];
    mayRecord: boolean;
    facts: PreviewBase['facts'] | null;
    at: number;
  };
};

/** The versions of the protocol with the form of the next one, what waits for a surgeon, and the decisions about the course. */
export async function loadProtocol(caseIdParam: string, query: ProtocolQuery): Promise<ProtocolPage> {
  const loaded = await loadCase(caseIdParam);
  const { at, record, card, assessment } = loaded;
  const { facts, header } = record;
  const { zone } = facts;
  const path = `/cases/${at.caseId}/protocol`;
  const isClosed = header.closedAt !== null;
  const hasOperation = facts.operations.some(({ kind }) => kind === 'index');
  const hasDevices = facts.devices.some(({ removedAt }) => removedAt === null);
  const mayWrite = !isClosed && hasOperation && mayAttempt(at, 'protocol.publish');
  const mayPublish = mayWrite && hasDevices;
  const mayRecord = !isClosed && hasOperation && mayAttempt(at, 'course.record');
  // The address alone opens the form: it must stay open when somebody else's version comes in between.
  const asked = mayPublish ? askedAmendment(facts, assessment.phase.kind, query.write) : null;
  const { kind: phase } = assessment.phase;
  const isExchanging = mayWrite && query.write === 'exchange' && isAmendable(phase, 'exchange');
  const staff = mayPublish ? peopleChoices(await listStaff(at.clinic.id)) : [];
  const { day, minute } = localTime(zone, at.now);
  const corrected = facts.events.find(({ id }) => id === query.course);
  const isDeciding = mayRecord && (corrected !== undefined || query.course === 'new');
  const waiting = isClosed ? null : waitingVersion(facts, header.clinicDefaults, at.now);
  return {
    caseId: at.caseId,
    zoneNote: zoneNote(zone, at.clinic.zone),
    isClosed,
    steps: isClosed ? null : caseSteps(facts),
    hasOperation,
    hasDevices,
    history: protocolHistory(facts, assessment.versionInForce, card.people, at.now),
    comparison: versionComparison(facts, query),
    done: doneWords(query, latestNumber(facts)),
    mayPublish,
    amendments: mayWrite ? amendmentChoices(path, facts, phase, asked) : [],
    exchange: isExchanging ? exchangeSteps(facts) : null,
    staff,
    now: { day: isoDay(day), time: formatMinute(minute) },
    waiting: waiting && { waiting, ...signing(at, waiting) },
    form: asked && formOf(loaded, path, asked, query.device),
    formKey: `${query.write}:${query.device}`,
    course: {
      rows: courseRows(facts.events, zone, card.people),
      draft: isDeciding ? courseDraft(newId(), corrected, { zone, now: at.now }) : null,
      kinds: decisionChoices(possibleDecisions(assessment.phase)),
      mayRecord,
      facts: isDeciding ? previewFacts(facts) : null,
      at: at.now,
    },
  };
}

function formOf(
  loaded: LoadedCase,
  path: string,
  kind: ProtocolDraft['kind'],
  device: unknown,
): ProtocolPage['form'] {
  const { at, record, assessment } = loaded;
  const { facts, header } = record;
  const deviceId = facts.devices.find(({ id }) => id === device)?.id ?? null;
  const { clinicDefaults: clinic } = header;
  return {
    versionId: newId(),
    draft: protocolDraft(facts, clinic, at.now, { kind, deviceId }),
    devices: deviceChoices(path, facts, kind, deviceId),
    notes: kind === 'exchange' ? exchangeNotes(facts, assessment) : [],
    latencyDays: clinic.latencyDays,
    preview: previewBase(loaded),
  };
}

function signing(at: AtCase, { authorId }: WaitingVersion) {
  const isAuthor = authorId === at.actor.personId;
  return { isAuthor, reviewId: mayAttempt(at, 'protocol.cosign') && !isAuthor ? newId() : null };
}

function doneWords({ published, proposed, reviewed }: ProtocolQuery, written: number): ProtocolPage['done'] {
  const isVersion = (asked: unknown) =>
    typeof asked === 'string' && /^\d{1,5}$/.test(asked) && Number(asked) <= written;
  if (isVersion(published)) return { words: `Version ${published} is published.`, waits: false };
  if (isVersion(proposed)) {
    const words = `Version ${proposed} waits for a surgeon\u2019s signature. It is not in force.`;
    return { words, waits: true };
  }
  return isVersion(reviewed)
    ? { words: `Your answer about version ${reviewed} is saved.`, waits: false }
    : null;
}
