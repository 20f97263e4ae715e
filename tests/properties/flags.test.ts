import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { type Flag, levelRank } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { anyCase } from '#tests/factories/any-case.ts';
import { decisionOf } from '#tests/factories/case-facts.ts';
import { knownBy } from '#tests/factories/known-by.ts';

const STEPS = 60;

describe('a flag', () => {
  it('has a key that no other has', () => {
    fc.assert(
      fc.property(anyCase(), ({ facts, asOf }) => {
        const keys = assess(facts, asOf).flags.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('keeps its key for as long as it stands, if nothing new is heard', () => {
    fc.assert(
      fc.property(anyCase(), ({ facts, asOf }) => {
        const known = calmBy(facts, asOf);
        let judgement = assess(known, asOf);
        for (let step = 0; step < STEPS && judgement.reassessAt !== null; step++) {
          const next = assess(known, judgement.reassessAt);
          for (const flag of next.flags.filter(isOfTheCourse)) {
            const before = judgement.flags.filter((other) => isSame(other, flag));
            if (before.length === 1) expect(before[0]?.key).toBe(flag.key);
          }
          judgement = next;
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is covered by a decision at its level until it runs out, and by none below', () => {
    fc.assert(
      fc.property(anyCase(), fc.nat(), fc.integer({ min: 1, max: 90 }), ({ facts, asOf }, pick, hours) => {
        const { flags } = assess(facts, asOf);
        const flag = flags[pick % Math.max(1, flags.length)];
        if (!flag) return;
        const until = asOf + hours * HOUR_MS;
        for (const level of ['act-now', 'look-today', 'information'] as const) {
          const decided = { ...facts, decisions: [decisionOf(flag, asOf, { level, until })] };
          const covers = levelRank(level) >= levelRank(flag.level);
          const after = assess(decided, asOf);
          expect(after.flags.find(({ key }) => key === flag.key)?.acknowledged !== null).toBe(covers);
          expect(after.flags).toHaveLength(flags.length);
          if (covers) expect(after.reassessAt).toBeLessThanOrEqual(until);
          const later = assess(decided, until).flags.find(({ key }) => key === flag.key);
          expect(later?.acknowledged ?? null).toBeNull();
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

/** Rules that find a state of the course, not a single event in it. */
function isOfTheCourse({ evidence: { rule } }: Flag): boolean {
  return !['extra-turn', 'short-interval', 'wrong-way', 'wrong-phase', 'not-assessable'].includes(rule);
}

function isSame(a: Flag, b: Flag): boolean {
  const kind = ({ evidence }: Flag) => (evidence.rule === 'measured-against-reported' ? evidence.kind : '');
  return a.evidence.rule === b.evidence.rule && a.deviceId === b.deviceId && kind(a) === kind(b);
}

/**
 * What is known by then and no more; no slot stays open behind one reported early, no device is taken
 * out, and each version begins with a day.
 */
function calmBy(facts: CaseFacts, asOf: Instant): CaseFacts {
  const known = knownBy(facts, asOf);
  return {
    ...known,
    devices: facts.devices.map((device) => ({ ...device, removedAt: null })),
    versions: known.versions.map((version) => ({
      ...version,
      fromSlot: 1,
      tolerances: { ...version.tolerances, graceMin: 0 },
    })),
    reports: known.reports.filter(({ day }) => day < dayOf(facts.zone, asOf)),
  };
}
