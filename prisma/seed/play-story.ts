import { findCase } from '#lib/data/case-facts.ts';
import { pool } from '#lib/data/pool.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { instantAt } from '#lib/domain/case-day.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { readPhotograph } from '#lib/interop/photograph-image.ts';
import { closeCase } from '#lib/operations/close-case.ts';
import { decideFlag } from '#lib/operations/decide-flag.ts';
import { followComplication } from '#lib/operations/follow-complication.ts';
import { openCase } from '#lib/operations/open-case.ts';
import { placeDevice } from '#lib/operations/place-device.ts';
import { publishProtocolVersion } from '#lib/operations/publish-protocol-version.ts';
import { recordComplication } from '#lib/operations/record-complication.ts';
import { recordContact } from '#lib/operations/record-contact.ts';
import { recordCourseEvent } from '#lib/operations/record-course-event.ts';
import { recordMeasurement } from '#lib/operations/record-measurement.ts';
import { recordOperation } from '#lib/operations/record-operation.ts';
import { recordPhotograph } from '#lib/operations/record-photograph.ts';
import { recordRemoval } from '#lib/operations/record-removal.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import { reviewProtocolVersion } from '#lib/operations/review-protocol-version.ts';
import { saveCaregiver } from '#lib/operations/save-caregiver.ts';
import { standingOf } from '#lib/operations/standing-of.ts';
import { tellProtocol } from '#lib/operations/tell-protocol.ts';
import type { RecordRemovalInput } from '#lib/schemas/removal.ts';
import { accepted } from './accepted.ts';
import type { Clinic } from './clinic-story.ts';
import { drawnPhotograph } from './drawn-photograph.ts';
import { playTheatre } from './play-theatre.ts';
import type { Step } from './step.ts';
import type { DecisionStory, Story } from './story.ts';
import { stepsOf } from './story-steps.ts';

/** Writes a case as it came about, each step through its operation at the moment it happened, until `now`. */
export async function playStory(clinic: Clinic, story: Story, now: Instant): Promise<void> {
  const { caseId: id, steps } = stepsOf(story, clinic, now);
  const caseId = id as AuthorizedCaseId;
  for (const step of steps) {
    if (step.at > now) break;
    await play(clinic, story, caseId, step);
  }
}

async function play(clinic: Clinic, story: Story, caseId: AuthorizedCaseId, step: Step): Promise<void> {
  const { at: now } = step;
  const what = `${story.patient.mrn} (${story.key}), ${step.kind} of ${new Date(now).toISOString()}`;
  const by = (actors: readonly Actor[], place: number): Actor => {
    const actor = actors[place % actors.length];
    if (!actor) throw new Error(`Nobody can write ${what}.`);
    return actor;
  };
  const surgeon = by(clinic.surgeons, story.surgeon);
  const nurse = by(clinic.nurses, story.key.length);
  const scheduler = by(clinic.schedulers, 0);
  switch (step.kind) {
    case 'open':
      accepted(await openCase({ actor: nurse, input: step.input, now }), what);
      return;
    case 'caregiver':
      accepted(await saveCaregiver({ actor: nurse, caseId, input: step.input, now }), what);
      return;
    case 'operation': {
      const { input } = step;
      const actor = input.kind === 'removal' ? scheduler : surgeon;
      const isReported =
        input.kind === 'removal' &&
        story.operations.some(({ kind, isReported }) => kind === 'removal' && isReported);
      accepted(
        isReported
          ? await recordRemoval({ actor, caseId, input: removalReport(step), now })
          : await recordOperation({ actor, caseId, input, now }),
        what,
      );
      return;
    }
    case 'device':
      accepted(await placeDevice({ actor: surgeon, caseId, input: step.input, now }), what);
      return;
    case 'version': {
      const actor = step.byNurse ? nurse : surgeon;
      accepted(await publishProtocolVersion({ actor, caseId, input: step.input, now }), what);
      return;
    }
    case 'review':
      accepted(await reviewProtocolVersion({ actor: surgeon, caseId, input: step.input, now }), what);
      return;
    case 'told':
      accepted(await tellProtocol({ actor: nurse, caseId, input: step.input, now }), what);
      return;
    case 'reports':
      accepted(
        await recordTurnReports({ actor: nurse, caseId, input: { reports: step.reports }, now }),
        what,
      );
      return;
    case 'reading':
      accepted(await recordMeasurement({ actor: nurse, caseId, input: step.input, now }), what);
      return;
    case 'event':
      accepted(await recordCourseEvent({ actor: surgeon, caseId, input: step.input, now }), what);
      return;
    case 'complication':
      accepted(await recordComplication({ actor: nurse, caseId, input: step.input, now }), what);
      return;
    case 'complication-step':
      accepted(await followComplication({ actor: nurse, caseId, input: step.input, now }), what);
      return;
    case 'contact':
      accepted(await recordContact({ actor: nurse, caseId, input: step.input, now }), what);
      return;
    case 'decision':
      await decide(nurse, story, caseId, step, what);
      return;
    case 'photograph': {
      const file = await drawnPhotograph(step.look);
      const image = accepted(await readPhotograph(file, 'image/png'), what);
      const fileDigest = 'drawn';
      accepted(
        await recordPhotograph({ actor: nurse, caseId, input: step.input, image, fileDigest, now }),
        what,
      );
      return;
    }
    case 'theatre':
      await playTheatre({ actor: scheduler, caseId, now, ids: step.ids, story: step.story }, what);
      return;
    case 'close': {
      // The report of the removal has completed the case, unless something kept it open.
      const record = await findCase(pool(), { clinicId: surgeon.clinicId, caseId });
      if (record?.header.closedAt !== null) return;
      const confirmedName = story.patient.familyName;
      const input = { closedAs: 'completed', reason: step.reason, confirmedName, version: 1 } as const;
      accepted(await closeCase({ actor: surgeon, caseId, input, now }), what);
    }
  }
}

const BEFORE_RECORDED_MS = 110 * MINUTE_MS;

function removalReport({ at, input }: Extract<Step, { kind: 'operation' }>): RecordRemovalInput {
  const { id, endedAt, note, removedDeviceIds } = input;
  const startedAt = at - BEFORE_RECORDED_MS;
  const findings = note ?? 'Bone across the gap; the devices came out without difficulty.';
  const nothingElse = { correctsId: null, stayedIn: null, complications: [], visits: [] };
  return { id, startedAt, endedAt, findings, removedDeviceIds: [...removedDeviceIds], ...nothingElse };
}

/** Decides about the flag of the rule that stands at that moment, as somebody would who sees it in the list. */
async function decide(
  actor: Actor,
  { zone }: Story,
  caseId: AuthorizedCaseId,
  { at: now, id, decision }: { at: Instant; id: string; decision: DecisionStory },
  what: string,
): Promise<void> {
  const record = await findCase(pool(), { clinicId: actor.clinicId, caseId });
  const flags = record ? standingOf(record.facts, now).flags : [];
  const flag = flags.find(({ evidence }) => evidence.rule === decision.rule);
  if (!flag) throw new Error(`${what} finds no flag ${decision.rule}.`);
  const until = decision.untilDay === null ? null : instantAt(zone, decision.untilDay, 12 * 60);
  const { kind = 'acknowledged', action = null, note } = decision;
  const assigneeId = kind === 'assigned' ? actor.personId : null;
  const { key: flagKey, level, extent, lastDecisionId: seenDecisionId } = flag;
  const seen = { flagKey, level, extent, seenDecisionId };
  const input = { id, ...seen, kind, until, action, assigneeId, note };
  accepted(await decideFlag({ actor, caseId, input, now }), what);
}
