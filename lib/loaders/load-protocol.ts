import 'server-only';
import type { AtCase } from '#lib/auth/gate.ts';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listStaff } from '#lib/data/clinic-staff.ts';
import { newId } from '#lib/data/new-id.ts';
import { isoDay, localTime } from '#lib/domain/case-day.ts';
import { isAmendable, possibleDecisions } from '#lib/domain/phase/guards.ts';
import { type AmendmentBase, amendmentBases, baseChoices } from '#lib/view/amendment-base.ts';
import {
  amendmentChoices,
  amendmentHref,
  askedAmendment,
  deviceChoices,
} from '#lib/view/amendment-choices.ts';
import { caseSteps } from '#lib/view/case-steps.ts';
import { courseDone, courseDraft, courseRows } from '#lib/view/course-form.ts';
import { exchangeNotes, exchangeSteps } from '#lib/view/exchange-steps.ts';
import { formatMinute, zoneNote } from '#lib/view/format-date.ts';
import { decisionChoices, familyStaffChoices } from '#lib/view/intake-words.ts';
import { previewFacts } from '#lib/view/preview-facts.ts';
import { protocolDone } from '#lib/view/protocol-done.ts';
import { type ProtocolDraft, protocolDraft } from '#lib/view/protocol-form.ts';
import { protocolHistory } from '#lib/view/protocol-history.ts';
import type { ProtocolPage } from '#lib/view/protocol-page.ts';
import { versionComparison } from '#lib/view/version-comparison.ts';
import { type WaitingVersion, waitingVersion } from '#lib/view/waiting-version.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { previewBase } from './preview-base.ts';

/**
 * `write`: the amendment that is written, `device`: the one it is about, `drafted`: the version
 * that it starts from; `course`: `new` or the id of the decision that
 * is corrected; `decided`: the decision that was just saved; `from` and `to`: two versions to compare.
 */
export type ProtocolQuery = {
  write?: unknown;
  device?: unknown;
  drafted?: unknown;
  course?: unknown;
  decided?: unknown;
  published?: unknown;
  proposed?: unknown;
  reviewed?: unknown;
  from?: unknown;
  to?: unknown;
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
  const { kind: phase } = assessment.phase;
  const moment = { phase, now: at.now };
  // The address alone opens the form: it must stay open when somebody else's version comes in between.
  const asked = mayPublish ? askedAmendment(facts, at.now, query.write) : null;
  const isExchanging = mayWrite && query.write === 'exchange' && isAmendable(phase, 'exchange');
  const staff = mayPublish ? familyStaffChoices(await listStaff(at.clinic.id)) : [];
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
    done: protocolDone(query, facts, at.now),
    mayPublish,
    amendments: mayWrite ? amendmentChoices(path, facts, moment, asked) : [],
    exchange: isExchanging ? exchangeSteps(facts) : null,
    staff,
    now: { day: isoDay(day), time: formatMinute(minute) },
    waiting: waiting && { waiting, ...signing(at, waiting) },
    form: asked && formOf(loaded, path, asked, query),
    formKey: `${query.write}:${query.device}:${query.drafted}`,
    course: {
      rows: courseRows(facts.events, zone, card.people),
      done: courseDone(query.decided, facts.events, zone),
      draft: isDeciding ? courseDraft(newId(), corrected, { zone, now: at.now, events: facts.events }) : null,
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
  asked: ProtocolQuery,
): ProtocolPage['form'] {
  const { at, record, assessment } = loaded;
  const { facts, header } = record;
  const deviceId = facts.devices.find(({ id }) => id === asked.device)?.id ?? null;
  const bases = amendmentBases(facts, kind, at.now);
  const isAsked = ({ version }: AmendmentBase) => String(version.version) === asked.drafted;
  const base = bases.find(isAsked) ?? bases[0] ?? null;
  const drafted = base?.version.version ?? null;
  const hrefOf = (device: string | null, version: number | null) =>
    amendmentHref(path, { kind, device, drafted: version === bases[0]?.version.version ? null : version });
  const { clinicDefaults: clinic } = header;
  return {
    versionId: newId(),
    draft: protocolDraft(facts, clinic, { kind, deviceId, base }),
    devices: deviceChoices(facts, kind, deviceId, (device) => hrefOf(device, drafted)),
    bases: baseChoices(bases, drafted, (version) => hrefOf(deviceId, version)),
    notes: kind === 'exchange' ? exchangeNotes(facts, assessment) : [],
    latencyDays: clinic.latencyDays,
    preview: previewBase(loaded),
  };
}

function signing(at: AtCase, { authorId }: WaitingVersion) {
  const isAuthor = authorId === at.actor.personId;
  return { isAuthor, reviewId: mayAttempt(at, 'protocol.cosign') && !isAuthor ? newId() : null };
}
