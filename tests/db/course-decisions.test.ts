import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { recordCourseEvent } from '#lib/operations/record-course-event.ts';
import type { CourseEventInput } from '#lib/schemas/course-event.ts';
import {
  accepted,
  DAY_MS,
  type RecordedCase,
  recordCase,
  recordDays,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

const decisionOf = (given: Partial<CourseEventInput> = {}): CourseEventInput => ({
  id: newId(),
  kind: 'activation-ended',
  day: null,
  at: now - 60_000,
  reasonCode: 'target-reached',
  reason: 'X-ray shows the target',
  toldAt: null,
  toldById: null,
  correctsId: null,
  retracted: false,
  seenEventId: null,
  ...given,
});

const decide = ({ caseId }: RecordedCase, actor: Actor, input: CourseEventInput, at = now) =>
  recordCourseEvent({ actor, caseId, input, now: at });

async function turned(): Promise<RecordedCase> {
  const one = await recordCase(staff, now);
  await recordDays(staff, one, [one.firstDay, one.firstDay + 1], now);
  return one;
}

test('of two people who end activation at once one is told what the other recorded, and may save on top of it', async () => {
  const one = await turned();
  const inputs = [decisionOf(), decisionOf({ reason: 'Enough' })];
  const answers = await Promise.all(
    inputs.map((input, index) => decide(one, index === 0 ? staff.nurse : staff.surgeon, input)),
  );
  const first = answers.findIndex(({ ok }) => ok);
  const winner = inputs[first];
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers[1 - first]).toMatchObject({
    reason: { kind: 'stale', theirs: { id: winner?.id, reason: winner?.reason }, last: { at: now } },
  });
  // Sent again, what was saved is its first answer; with theirs in sight the other one is saved too.
  expect(
    accepted(await decide(one, first === 0 ? staff.nurse : staff.surgeon, winner ?? decisionOf())),
  ).toEqual({
    id: winner?.id,
  });
  accepted(await decide(one, staff.nurse, decisionOf({ seenEventId: winner?.id ?? null }), now + 1));
});

test('whoever saw a decision that was withdrawn since is told that nothing stands', async () => {
  const one = await turned();
  const ended = decisionOf();
  accepted(await decide(one, staff.nurse, ended));
  const withdrawn = decisionOf({ correctsId: ended.id, retracted: true, seenEventId: ended.id });
  accepted(await decide(one, staff.nurse, withdrawn, now + 1));
  const resumed = decisionOf({ kind: 'activation-resumed', seenEventId: ended.id });
  expect(await decide(one, staff.surgeon, resumed, now + 2)).toEqual({
    ok: false,
    reason: { kind: 'stale', theirs: null, last: null },
  });
});
