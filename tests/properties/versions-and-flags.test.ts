import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { Evidence, Flag } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { isBefore } from '#lib/domain/protocol/base-version.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { anyCase } from '#tests/factories/any-case.ts';
import { at, caseOf, deviceOf, FIRST_DAY, reportOf, versionOf } from '#tests/factories/case-facts.ts';
import { only } from './threshold-row.ts';

/** What is found of one slot, whatever became of the course since: not what a later full turn settles, which a later version plans. */
const OF_ONE_SLOT: ReadonlySet<Evidence['rule']> = new Set([
  'extra-turn',
  'short-interval',
  'wrong-way',
  'stiffness',
  'sudden-ease',
  'wrong-phase',
  'possible-duplicate',
  'clock-not-believable',
]);

function earlierFlags(facts: CaseFacts, asOf: number, start: Pick<ProtocolVersion, 'fromDay' | 'fromSlot'>) {
  const isEarlier = ({ onset, evidence }: Flag) =>
    onset !== null &&
    OF_ONE_SLOT.has(evidence.rule) &&
    isBefore({ fromDay: onset.day, fromSlot: onset.slot }, start);
  return assess(facts, asOf)
    .flags.filter(isEarlier)
    .map(({ key, level, extent, evidence }) => ({ key, level, extent, evidence }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

describe('what is flagged of an earlier slot', () => {
  it('is never changed by a later version', () => {
    let found = 0;
    fc.assert(
      fc.property(
        anyCase(),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(1, 100, 700, 1400),
        fc.integer({ min: 1, max: 30 }),
        ({ facts }, days, minIntervalMin, eventDays) => {
          const last = facts.versions.at(-1);
          if (!last) return;
          const fromDay = last.fromDay + days;
          const tolerances = { ...last.tolerances, eventDays };
          const devices = facts.devices.map(({ id }) => ({
            deviceId: id,
            perSession: [100, 100],
            targetUm: null,
          }));
          const later = versionOf({
            version: last.version + 1,
            fromDay,
            minIntervalMin,
            tolerances,
            devices,
            recordedAt: last.recordedAt,
          });
          const asOf = (fromDay * 24 + 12) * HOUR_MS;
          const before = earlierFlags(facts, asOf, later);
          found += before.length;
          expect(earlierFlags({ ...facts, versions: [...facts.versions, later] }, asOf, later)).toEqual(
            before,
          );
        },
      ),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(20);
  }, 60_000);

  it('is an interval too short by the version in force in the slot of the later turn', () => {
    const first = only({});
    const second = { ...first, version: 2, fromDay: FIRST_DAY + 4, minIntervalMin: 700 };
    const reports = [3, 4, 5].flatMap((day) => [reportOf(day, 1), reportOf(day, 2, { doneAt: at(day, 18) })]);
    const facts = caseOf({ devices: [deviceOf()], versions: [first, second], reports });
    const short = assess(facts, at(5, 21)).flags.filter(({ evidence }) => evidence.rule === 'short-interval');
    expect(short).toMatchObject([
      { onset: { day: FIRST_DAY + 4, slot: 2 }, evidence: { intervalMin: 600, minIntervalMin: 700 } },
    ]);
  });
});
