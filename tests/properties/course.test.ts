import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COURSE_EVENT_KINDS } from '#lib/domain/facts.ts';
import { refuseDecision } from '#lib/domain/phase/guards.ts';
import { courseSteps, phaseAt } from '#lib/domain/phase/phase.ts';
import { TRANSITIONS } from '#lib/domain/phase/transitions.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { at, caseOf, daysDone, deviceOf, eventOf, versionOf } from '#tests/factories/case-facts.ts';

it('the course never stands where the table of transitions does not lead', () => {
  const decisions = fc.array(
    fc.record({ kind: fc.constantFrom(...COURSE_EVENT_KINDS), hours: fc.integer({ min: -80, max: 900 }) }),
    { maxLength: 8 },
  );
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(decisions, fc.boolean(), (given, isRemoved) => {
      const removal = { id: 'out', kind: 'removal' as const, endedAt: at(30, 9), recordedAt: at(30, 9) };
      const operated = caseOf();
      let facts = caseOf({
        operations: isRemoved ? [...operated.operations, removal] : operated.operations,
        versions: [versionOf()],
        devices: [deviceOf({ removedAt: isRemoved ? at(30, 9) : null })],
        reports: daysDone(1, 6),
      });
      for (const [index, { kind, hours }] of given.entries()) {
        const event = { ...eventOf(kind, at(1, 8) + hours * HOUR_MS), id: `e${index}` };
        const after = { ...facts, events: [...facts.events, event] };
        if (refuseDecision(facts, after) === null) {
          facts = after;
          accepted += 1;
        } else refused += 1;
      }
      let phase = phaseAt(facts, () => false).kind;
      expect(phase).toBe('planning');
      for (const { step } of courseSteps(facts, () => true)) {
        const next = TRANSITIONS[phase][step];
        expect(next).not.toBeNull();
        phase = next ?? phase;
      }
      expect(phaseAt(facts, () => true).kind).toBe(phase);
    }),
    { numRuns: 300 },
  );
  expect(Math.min(accepted, refused)).toBeGreaterThan(50);
}, 60_000);
