import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import {
  at,
  caseOf,
  contactOf,
  decisionOf,
  deviceOf,
  recallOf,
  reportOf,
} from '#tests/factories/case-facts.ts';
import { only, three } from './threshold-row.ts';

const flagsOf = (facts: CaseFacts, asOf: Instant, rule: Flag['evidence']['rule']) =>
  assess(facts, asOf).flags.filter(({ evidence }) => evidence.rule === rule);

/** The flag of a rule at that time, and the case once it is acknowledged then. */
function acknowledged(facts: CaseFacts, asOf: Instant, rule: Flag['evidence']['rule']) {
  const [flag] = flagsOf(facts, asOf, rule);
  if (!flag) throw new Error(`no flag ${rule}`);
  return { flag, facts: { ...facts, decisions: [decisionOf(flag, asOf)] } };
}

const failedAt = (day: number, slot: number, recordedAt: Instant) =>
  reportOf(day, slot, { outcome: 'could-not-engage', actuationsCenti: 0, recordedAt });
const withdrawn = (report: TurnReport, recordedAt: Instant): TurnReport => ({
  ...report,
  id: `not-${report.id}`,
  correctsId: report.id,
  retracted: true,
  recordedAt,
});

describe('a flag that counts single things, once it was decided on,', () => {
  it('is a new one for an earlier failure that was told of late, once the one that was acknowledged is withdrawn', () => {
    const later = failedAt(5, 1, at(5, 8));
    const facts = caseOf({ versions: [only({})], reports: [...three, later] });
    const { flag, facts: known } = acknowledged(facts, at(5, 9), 'could-not-engage');
    const both = { ...known, reports: [...known.reports, failedAt(4, 2, at(5, 10))] };
    expect(flagsOf(both, at(5, 11), 'could-not-engage')).toMatchObject([
      { key: flag.key, extent: 2, acknowledged: null },
    ]);
    const left = { ...both, reports: [...both.reports, withdrawn(later, at(5, 12))] };
    const [again] = flagsOf(left, at(5, 13), 'could-not-engage');
    expect(again).toMatchObject({ extent: 1, acknowledged: null });
    expect(again?.key).not.toBe(flag.key);
  });

  it('is a new one for a failure that had been settled before the decision, once what settled it is withdrawn', () => {
    const settling = { ...reportOf(4, 2), recordedAt: at(4, 20) };
    const later = failedAt(5, 1, at(5, 8));
    const reports = [...three, failedAt(4, 1, at(4, 8)), settling, later];
    const { facts: known } = acknowledged(
      caseOf({ versions: [only({})], reports }),
      at(5, 9),
      'could-not-engage',
    );
    const gone = [settling, later].map((report) => withdrawn(report, at(5, 12)));
    const left = { ...known, reports: [...known.reports, ...gone] };
    expect(flagsOf(left, at(5, 13), 'could-not-engage')).toMatchObject([{ extent: 1, acknowledged: null }]);
  });

  it('stays for what was acknowledged when its report is corrected and tells of the same', () => {
    const failure = failedAt(5, 1, at(5, 8));
    const facts = caseOf({ versions: [only({})], reports: [...three, failure] });
    const { flag, facts: known } = acknowledged(facts, at(5, 9), 'could-not-engage');
    const noted = {
      ...failure,
      id: 'noted',
      correctsId: failure.id,
      note: 'arm bent',
      recordedAt: at(5, 12),
    };
    const corrected = { ...known, reports: [...known.reports, noted] };
    expect(flagsOf(corrected, at(5, 13), 'could-not-engage')).toMatchObject([
      { key: flag.key, acknowledged: { byId: 'nurse' } },
    ]);
  });

  it('covers none of the events that were told of after the decision, whatever is told, corrected or withdrawn', () => {
    const DAYS = 4;
    const told = fc.record({
      slot: fc.integer({ min: 0, max: 2 * DAYS - 1 }),
      hour: fc.integer({ min: 1, max: 40 }),
      withdrawnAfter: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    });
    const kinds = fc.constantFrom(
      { rule: 'could-not-engage', given: { outcome: 'could-not-engage', actuationsCenti: 0 } } as const,
      { rule: 'stiffness', given: { resistance: 'stiff' } } as const,
      { rule: 'sudden-ease', given: { resistance: 'sudden-ease' } } as const,
      { rule: 'warning-sign', given: { signs: ['fever' as const] } } as const,
    );
    let uncovered = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(told, { selector: ({ slot }) => slot, minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        kinds,
        (events, decidedAfter, { rule, given }) => {
          const from = at(8, 0);
          const reports = events.flatMap(({ slot, hour, withdrawnAfter }) => {
            const recordedAt = from + hour * HOUR_MS;
            const report = reportOf(4 + (slot >> 1), 1 + (slot % 2), {
              ...given,
              recordedAt,
              doneAt: null,
            });
            const end =
              withdrawnAfter === null ? [] : [withdrawn(report, recordedAt + withdrawnAfter * HOUR_MS)];
            return [report, ...end];
          });
          const asOf = from + decidedAfter * HOUR_MS;
          const facts = caseOf({ versions: [only({})], reports: [...three, ...reports] });
          const [flag] = flagsOf(facts, asOf, rule);
          if (!flag) return;
          const decision = decisionOf(flag, asOf, { level: 'act-now', extent: 9_999 });
          const later = at(14, 0);
          const [stands] = flagsOf({ ...facts, decisions: [decision] }, later, rule);
          if (!stands) return;
          const gone = new Set(reports.map(({ correctsId }) => correctsId));
          const left = reports.filter(({ id, retracted }) => !retracted && !gone.has(id));
          const wasSeen = ({ recordedAt }: TurnReport) => recordedAt <= asOf;
          if (!left.every(wasSeen)) uncovered += 1;
          expect(stands.acknowledged !== null).toBe(left.every(wasSeen));
          expect(stands.key === flag.key).toBe(left.some(wasSeen));
        },
      ),
      { numRuns: 600 },
    );
    expect(uncovered).toBeGreaterThan(20);
  }, 30_000);

  it('stays for a warning sign whose contact is corrected, and not where it was first written down after the decision', () => {
    const fever = contactOf(at(4, 9), { signs: ['fever'] });
    const facts = caseOf({ versions: [only({})], reports: three, contacts: [fever] });
    const { flag, facts: known } = acknowledged(facts, at(4, 10), 'warning-sign');
    const corrected = { ...fever, id: 'corrected', note: 'since noon', recordedAt: at(4, 11) };
    expect(flagsOf({ ...known, contacts: [corrected] }, at(4, 12), 'warning-sign')).toMatchObject([
      { key: flag.key, acknowledged: { byId: 'nurse' } },
    ]);
    const anew = { ...corrected, signsToldAt: at(4, 11) };
    const [again] = flagsOf({ ...known, contacts: [anew] }, at(4, 12), 'warning-sign');
    expect(again?.acknowledged).toBeNull();
  });

  it('covers no recall that may be of the device in place of those that were acknowledged', () => {
    const first = recallOf(at(4, 10), { lot: 'L1' });
    const second = recallOf(at(5, 10), { lot: 'L2' });
    const unclear = { versions: [only({})], devices: [deviceOf({ lot: null })], reports: three };
    const unclearOf = (of: CaseFacts, asOf: Instant) =>
      flagsOf(of, asOf, 'not-assessable').filter(({ deviceId }) => deviceId !== null);
    const facts = caseOf({ ...unclear, recalls: [first] });
    const [flag] = unclearOf(facts, at(4, 11));
    if (!flag) throw new Error('no flag');
    const known = { ...facts, decisions: [decisionOf(flag, at(4, 11))] };
    expect(unclearOf(known, at(5, 9))).toMatchObject([{ acknowledged: { byId: 'nurse' } }]);
    const swapped = { ...known, recalls: [second] };
    expect(unclearOf(swapped, at(5, 11))).toMatchObject([{ extent: 1, acknowledged: null }]);
    const bothNow = { ...known, recalls: [first, second] };
    expect(unclearOf(bothNow, at(5, 11))).toMatchObject([{ extent: 2, acknowledged: null }]);
    const [decidedTwice] = unclearOf(bothNow, at(5, 12));
    if (!decidedTwice) throw new Error('no flag');
    const again = { ...decisionOf(decidedTwice, at(5, 12)), id: 'again' };
    const one = { ...bothNow, decisions: [...known.decisions, again], recalls: [second] };
    expect(unclearOf(one, at(5, 13))).toMatchObject([{ acknowledged: { byId: 'nurse' } }]);
  });
});
