import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { episodeOf } from '#lib/domain/deviation/episode.ts';
import { type Flag, levelRank } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts, FlagDecision } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { anyCase } from '#tests/factories/any-case.ts';
import { at, caseOf, daysDone, decisionOf, reportOf, versionOf } from '#tests/factories/case-facts.ts';
import { only, skipped } from './threshold-row.ts';

const three = daysDone(1, 3);
const slow = { versions: [only({ behindUm: 1000 })] };

const flagOf = (facts: CaseFacts, asOf: Instant, rule: Flag['evidence']['rule']) =>
  assess(facts, asOf).flags.find(({ evidence }) => evidence.rule === rule);

function decided(
  facts: CaseFacts,
  asOf: Instant,
  rule: Flag['evidence']['rule'],
  change: Partial<FlagDecision> = {},
) {
  const flag = flagOf(facts, asOf, rule);
  if (!flag) throw new Error(`no flag ${rule}`);
  return { ...facts, decisions: [...facts.decisions, decisionOf(flag, asOf, change)] };
}

describe('a decision', () => {
  it('never hides a flag that is worse, nor another one', () => {
    const kinds = ['acknowledged', 'snoozed', 'resolved'] as const;
    fc.assert(
      fc.property(anyCase(), fc.nat(), fc.constantFrom(...kinds), ({ facts, asOf }, pick, kind) => {
        const { flags } = assess(facts, asOf);
        const flag = flags[pick % Math.max(1, flags.length)];
        if (!flag) return;
        const decision = decisionOf(flag, asOf, { kind, until: asOf + 90 * 24 * HOUR_MS });
        const after = { ...facts, decisions: [decision] };
        for (let days = 0; days <= 40; days++) {
          for (const later of assess(after, asOf + days * 24 * HOUR_MS).flags) {
            if (later.acknowledged === null) continue;
            expect(later.evidence.rule).toBe(flag.evidence.rule);
            expect(later.deviceId).toBe(flag.deviceId);
            expect(levelRank(later.level)).toBeLessThanOrEqual(levelRank(flag.level));
            expect(later.extent).toBeLessThanOrEqual(flag.extent);
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('covers a flag until it has grown by another tolerance', () => {
    const facts = decided(caseOf({ ...slow, reports: three }), at(5, 0), 'behind-plan');
    expect(flagOf(facts, at(5, 0), 'behind-plan')).toMatchObject({ extent: 1, acknowledged: { extent: 1 } });
    expect(flagOf(facts, at(6, 0) - 1, 'behind-plan')?.acknowledged).not.toBeNull();
    expect(flagOf(facts, at(6, 0), 'behind-plan')).toMatchObject({ extent: 2, acknowledged: null });
  });

  it('covers a silence until it is twice as long as tolerated', () => {
    const silent = caseOf({ versions: [only({ silenceMin: 1440 })], reports: three });
    const facts = decided(silent, at(4, 20), 'silence');
    expect(flagOf(facts, at(5, 20) - 1, 'silence')?.acknowledged).not.toBeNull();
    expect(flagOf(facts, at(5, 20), 'silence')).toMatchObject({ extent: 2, acknowledged: null });
    expect(assess(facts, at(5, 20) - 1).reassessAt).toBe(at(5, 20));
  });

  it('gives a flag an owner and leaves it open', () => {
    const facts = caseOf({ ...slow, reports: three });
    const given = decided(facts, at(5, 0), 'behind-plan', { kind: 'assigned', assigneeId: 'nurse' });
    expect(flagOf(given, at(5, 1), 'behind-plan')).toMatchObject({ ownerId: 'nurse', acknowledged: null });
    const back = decided(given, at(5, 1), 'behind-plan', { kind: 'assigned', id: 'later' });
    expect(flagOf(back, at(5, 2), 'behind-plan')?.ownerId).toBeNull();
  });

  it('is the last word: a snooze that is over or a reopening leaves nothing covered', () => {
    const facts = decided(caseOf({ ...slow, reports: three }), at(5, 0), 'behind-plan');
    const snoozed = decided(facts, at(5, 1), 'behind-plan', { kind: 'snoozed', until: at(5, 7), id: 'b' });
    expect(flagOf(snoozed, at(5, 7) - 1, 'behind-plan')?.acknowledged?.kind).toBe('snoozed');
    expect(flagOf(snoozed, at(5, 7), 'behind-plan')?.acknowledged).toBeNull();
    const reopened = decided(facts, at(5, 1), 'behind-plan', { kind: 'reopened', id: 'b' });
    expect(flagOf(reopened, at(5, 2), 'behind-plan')?.acknowledged).toBeNull();
  });
});

describe('an episode', () => {
  const behind = caseOf({ ...slow, reports: [...three, skipped(4, 1), skipped(4, 2), skipped(5, 1)] });

  it('keeps its key and its decisions when a correction or a late report moves where it began', () => {
    const facts = decided(behind, at(5, 9), 'behind-plan');
    const key = facts.decisions[0]?.flagKey;
    const partly = { ...reportOf(4, 1), id: 'right', correctsId: 'left-4-1', recordedAt: at(5, 10) };
    const after = { ...facts, reports: [...facts.reports, { ...partly, actuationsCenti: 50 }] };
    const moved = flagOf({ ...after, decisions: [] }, at(5, 11), 'behind-plan');
    expect(moved?.key).not.toBe(key);
    expect(flagOf(after, at(5, 11), 'behind-plan')).toMatchObject({ key, acknowledged: { note: '' } });
  });

  it('ends with its cure: the next one is open', () => {
    const facts = decided(behind, at(5, 9), 'behind-plan');
    const cured = [...facts.reports, reportOf(5, 2, { actuationsCenti: 400 })];
    const again = [...cured, ...[1, 2].flatMap((slot) => [skipped(6, slot), skipped(7, slot)])];
    expect(flagOf({ ...facts, reports: again }, at(6, 1), 'behind-plan')).toBeUndefined();
    const next = flagOf({ ...facts, reports: again }, at(7, 21), 'behind-plan');
    expect(next).toMatchObject({ acknowledged: null });
    expect(next?.key).not.toBe(facts.decisions[0]?.flagKey);
  });

  it('tells every decision in its order', () => {
    const once = decided(behind, at(5, 9), 'behind-plan', { note: 'first' });
    const twice = decided(once, at(5, 10), 'behind-plan', { note: 'second', id: 'a' });
    const flag = flagOf(twice, at(5, 11), 'behind-plan');
    const told = flag && episodeOf(buildCourse(twice, at(5, 11)), flag).decisions.map(({ note }) => note);
    expect(told).toEqual(['first', 'second']);
  });

  it('is of one device and one rule', () => {
    const device = { deviceId: 'left', perSession: [100, 100], targetUm: null };
    const facts = caseOf({ versions: [versionOf({ devices: [device] })], reports: three });
    const known = decided(facts, at(5, 0), 'behind-plan');
    expect(flagOf(known, at(5, 0), 'missed-slots')?.acknowledged).toBeNull();
  });
});
