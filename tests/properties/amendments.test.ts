import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { type PlannedSlot, plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { draftPlans } from '#lib/domain/protocol/draft-plans.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { startOf } from '#lib/domain/protocol/version-start.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { type CaseComparison, compareCases, judgedCase } from '#lib/view/case-comparison.ts';
import { previewVersion } from '#lib/view/protocol-preview.ts';
import {
  AMENDED_ZONES,
  type Amended,
  type AmendmentStep,
  amend,
  amendingBegins,
  anyStep,
  caseToAmend,
  timesOf,
} from '#tests/factories/amended-case.ts';
import { FIRST_DAY } from '#tests/factories/case-facts.ts';

const anySteps = fc.record({
  zone: fc.constantFrom(...AMENDED_ZONES),
  steps: fc.array(anyStep, { minLength: 5, maxLength: 10 }),
});

const planOf = (facts: CaseFacts): PlannedSlot[] => [
  ...plannedSlots({ ...facts, inactive: [] }, FIRST_DAY + 45),
];

/** What a comparison shows; its chart reads its slots out only when asked. */
const drawn = ({ chart, ...said }: CaseComparison) => ({
  ...said,
  panels: chart?.panels,
  marks: chart?.versions,
});

/** The case before and after each step. */
function* taken(
  zone: string,
  steps: readonly AmendmentStep[],
): Generator<{ before: CaseFacts; after: Amended }> {
  let facts = caseToAmend(zone);
  const times = timesOf(zone, steps);
  for (const [index, step] of steps.entries()) {
    const now = times[index] ?? 0;
    const answered = { ...step, kind: 'co-sign' as const };
    // What a nurse writes is seen by a surgeon half an hour later, every other time.
    const taking =
      step.afterHours % 2 === 0
        ? [
            { step, now },
            { step: answered, now: now + HOUR_MS / 2 },
          ]
        : [{ step, now }];
    for (const one of taking) {
      const after = amend(facts, one.step, one.now);
      yield { before: facts, after };
      facts = after.facts;
    }
  }
}

describe('any sequence of amendments', () => {
  it('leaves the plan of every earlier slot as it was, also while a version waits and when it is signed', () => {
    let amended = 0;
    let signed = 0;
    fc.assert(
      fc.property(anySteps, ({ zone, steps }) => {
        for (const { before, after } of taken(zone, steps)) {
          const from = after.changedFrom ?? Number.POSITIVE_INFINITY;
          const earlier = (facts: CaseFacts) => planOf(facts).filter((slot) => slot.at < from);
          const shape = ({ day, slot, at: when, amounts }: PlannedSlot) => [day, slot, when, amounts];
          expect(earlier(after.facts).map(shape)).toEqual(earlier(before).map(shape));
          if (after.changedFrom !== null) amended += 1;
          if (after.facts.proposals.some(({ review }) => review?.decision === 'co-signed')) signed += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(amended, signed)).toBeGreaterThan(3);
  }, 60_000);

  it('covers every slot by exactly one version that holds, numbered without a gap as they were written', () => {
    fc.assert(
      fc.property(anySteps, ({ zone, steps }) => {
        for (const { after } of taken(zone, steps)) {
          const { versions, proposals } = after.facts;
          const slots = planOf(after.facts);
          expect(new Set(slots.map(({ day, slot }) => `${day}#${slot}`)).size).toBe(slots.length);
          for (const { version } of slots) expect(versions).toContain(version);
          const numbers = new Set(
            [...versions, ...proposals.map((one) => one.version)].map((one) => one.version),
          );
          expect(numbers.size).toBe(latestNumber(after.facts));
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('shows before saving what is found after it', () => {
    fc.assert(
      fc.property(anySteps, ({ zone, steps }) => {
        for (const { before, after } of taken(zone, steps)) {
          const version = after.facts.versions[before.versions.length];
          if (!version || version.cosignedAt !== null) continue;
          const base = { facts: before, clinic: FIRST_DEFAULTS, maySign: true, now: after.now };
          const preview = previewVersion(version, [1, 2], base);
          expect(preview.kind).toBe('in-force');
          if (preview.kind === 'impossible') continue;
          const found = assess(after.facts, after.now);
          const { comparison } = preview;
          const compared = compareCases(judgedCase(before, after.now), after.facts, startOf(zone, version));
          expect(drawn(comparison)).toEqual(drawn(compared));
          const known = new Set(assess(before, after.now).flags.map(({ key }) => key));
          expect(comparison.flagsAppear).toHaveLength(
            found.flags.filter(({ key }) => !known.has(key)).length,
          );
          expect(comparison.sessions[0]?.sessions[0]?.when ?? null).toContain(
            found.nextSlot === null ? '' : ':',
          );
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe('a hold and its resumption', () => {
  const held = fc.record({
    zone: fc.constantFrom(...AMENDED_ZONES),
    startsIn: fc.integer({ min: 1, max: 12 }),
    slots: fc.integer({ min: 1, max: 20 }),
  });

  it('move what is left by the held slots, and nothing else: each session keeps its time and its own amount', () => {
    let odd = 0;
    fc.assert(
      fc.property(held, ({ zone, startsIn, slots }) => {
        const { base, versions, facts } = heldAndResumed(zone, startsIn, slots);
        const sequence = (laid: CaseFacts['versions']) => [
          ...plannedSlots({ ...facts, versions: laid, inactive: [] }, FIRST_DAY + 120),
        ];
        const [through, after] = [sequence([base]), sequence(versions)];
        const cut = TURNED_SLOTS + startsIn;
        const told = ({ day, slot, at: when, amounts }: PlannedSlot) => ({ day, slot, when, amounts });
        const isHeld = ({ amounts }: PlannedSlot) => amounts.every(({ kind }) => kind === 'hold');
        expect(after.slice(0, cut).map(told)).toEqual(through.slice(0, cut).map(told));
        expect(after.slice(cut, cut + slots).every(isHeld)).toBe(true);
        expect(after.map(({ at: when }) => when)).toEqual(through.map(({ at: when }) => when));
        // What a session turns is told for its time of day: a hold never swaps morning and evening.
        for (const { slot, amounts } of after.slice(cut + slots)) {
          amounts.forEach(({ kind, centi }, index) => {
            if (kind === 'turn') expect(centi).toBe(base.devices[index]?.perSession[slot - 1]);
          });
        }
        const isSwapped = slots % 2 === 1;
        if (isSwapped) odd += 1;
        after.slice(cut + slots).forEach(({ amounts }, index) => {
          const shifted = through[cut + index]?.amounts;
          base.devices.forEach(({ perSession: [morning = 0, evening = 0] }, place) => {
            const [is, was] = [amounts[place]?.totalCenti ?? 0, shifted?.[place]?.totalCenti ?? 0];
            // Resumed with the other session, a device is never further off than the two sessions differ.
            const most = isSwapped ? Math.abs(morning - evening) : 0;
            expect(Math.abs(is - was)).toBeLessThanOrEqual(most);
          });
        });
      }),
      { numRuns: 60 },
    );
    expect(odd).toBeGreaterThan(10);
  }, 60_000);

  it('move the day on which each target is reached by the held slots, to the session', () => {
    fc.assert(
      fc.property(held, ({ zone, startsIn, slots }) => {
        const { base, versions, facts, recordedAt } = heldAndResumed(zone, startsIn, slots);
        const days = (laid: CaseFacts['versions']) =>
          assess({ ...facts, versions: laid }, recordedAt).forecast.devices.map(({ targetAtPlan }) =>
            targetAtPlan.kind === 'day' ? targetAtPlan.day : null,
          );
        const [through, after] = [days([base]), days(versions)];
        through.forEach((day, place) => {
          const later = (after[place] ?? 0) - (day ?? 0);
          expect(day).not.toBeNull();
          // Two sessions a day: an even number of held slots is so many whole days, an odd one half a day to either side.
          const halves = slots % 2 === 0 ? [slots / 2] : [(slots - 1) / 2, (slots + 1) / 2];
          expect(halves).toContain(later);
        });
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

const TURNED_SLOTS = 10;

/** A case of four devices with different mornings and evenings, all held after some slots and resumed after some more. */
function heldAndResumed(zone: string, startsIn: number, slots: number) {
  const facts = caseToAmend(zone);
  const [base] = facts.versions;
  if (!base) throw new Error('There is no version.');
  const place = (n: number) => ({ fromDay: FIRST_DAY + 5 + Math.floor(n / 2), fromSlot: (n % 2) + 1 });
  const recordedAt = amendingBegins(zone);
  const hold = {
    ...base,
    ...place(startsIn),
    version: 2,
    kind: 'hold' as const,
    devices: draftPlans([base], base, 'hold', null),
    recordedAt,
  };
  const resume = {
    ...hold,
    ...place(startsIn + slots),
    version: 3,
    kind: 'resume' as const,
    devices: draftPlans([base, hold], hold, 'resume', null),
  };
  return { base, versions: [base, hold, resume], facts, recordedAt };
}
