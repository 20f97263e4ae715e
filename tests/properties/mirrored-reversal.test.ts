import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { Evidence, Flag } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { TURN_OUTCOMES } from '#lib/domain/turn/report.ts';
import {
  at,
  caseOf,
  daysDone,
  deviceOf,
  FIRST_DAY,
  reportOf,
  versionOf,
} from '#tests/factories/case-facts.ts';

const DEVICES = ['left', 'right'];
const TURNED_DAYS = 10;
const TURNED_UM = TURNED_DAYS * 2 * 500;
const LONGEST_DAYS = 12;

/**
 * What is told of one slot; an amount along the plan is positive, whichever way the plan goes. Whole turns: the way on
 * ends nearest its target, the way back never past it.
 */
const told = fc.record({
  device: fc.constantFrom(...DEVICES),
  day: fc.integer({ min: 1, max: LONGEST_DAYS }),
  slot: fc.integer({ min: 1, max: 2 }),
  outcome: fc.constantFrom('done' as const, 'done' as const, 'not-sure' as const, ...TURN_OUTCOMES),
  along: fc.constantFrom(100, 100, 0, 200, -100),
});

const course = fc.record({
  told: fc.uniqueArray(told, {
    maxLength: 40,
    selector: ({ device, day, slot }) => `${device} ${day} ${slot}`,
  }),
  targetUm: fc.integer({ min: 1, max: TURNED_DAYS * 2 }).map((turns) => turns * 500),
  lastIn: fc.option(fc.integer({ min: 0, max: LONGEST_DAYS }), { nil: null }),
  hours: fc.integer({ min: 0, max: LONGEST_DAYS * 24 }),
});

type Drawn = typeof course extends fc.Arbitrary<infer Value> ? Value : never;

/** Ten days turned on as planned, then a version that goes on or back by as much. */
function caseGoing(way: 1 | -1, { told: reports, targetUm, lastIn }: Drawn): CaseFacts {
  const tolerances = { ...versionOf().tolerances, behindUm: 1000, aheadUm: 1000 };
  const plans = (centi: number, um: number) =>
    DEVICES.map((deviceId) => ({ deviceId, perSession: [centi, centi], targetUm: um }));
  const fromDay = FIRST_DAY + TURNED_DAYS;
  return caseOf({
    devices: DEVICES.map((id) => deviceOf({ id })),
    versions: [
      versionOf({ devices: plans(100, 40_000), tolerances }),
      versionOf({
        version: 2,
        fromDay,
        devices: plans(way * 100, TURNED_UM + way * targetUm),
        lastDay: lastIn === null ? null : fromDay + lastIn,
        tolerances,
        recordedAt: at(TURNED_DAYS, 12),
      }),
    ],
    reports: [
      ...DEVICES.flatMap((deviceId) => daysDone(1, TURNED_DAYS, { deviceId })),
      // After the last day nothing is asked for, and a turn back is the wrong way.
      ...reports
        .filter(({ day }) => lastIn === null || day <= lastIn + 1)
        .map(({ device, day, slot, outcome, along }) =>
          reportOf(TURNED_DAYS + day, slot, {
            deviceId: device,
            outcome,
            actuationsCenti: outcome === 'not-sure' ? null : way * along || 0,
          }),
        ),
    ],
  });
}

/** What of the flags does not depend on the way: behind on the way on is ahead on the way back. */
function judged({ evidence, level, extent, deviceId, onset }: Flag, way: 1 | -1) {
  const { rule } = evidence;
  const turned: Partial<Record<Evidence['rule'], Evidence['rule']>> = {
    'behind-plan': 'ahead-of-plan',
    'ahead-of-plan': 'behind-plan',
  };
  const about = evidence.rule === 'not-assessable' ? evidence.about : '';
  return { rule: way < 0 ? (turned[rule] ?? rule) : rule, about, level, extent, deviceId, onset };
}

const MIRRORED: ReadonlySet<Evidence['rule']> = new Set<Evidence['rule']>([
  'missed-slots',
  'behind-plan',
  'ahead-of-plan',
  'extra-turn',
  'wrong-way',
  'asymmetry',
  'stop-rule-reached',
  'not-assessable',
]);

function judgement(drawn: Drawn, way: 1 | -1) {
  const facts = caseGoing(way, drawn);
  const asOf = at(TURNED_DAYS + 1, drawn.hours);
  const { flags, forecast, devices } = assess(facts, asOf);
  const signed = (um: number | null) => (um === null ? null : way * um || 0);
  return {
    flags: flags
      .filter(({ evidence }) => MIRRORED.has(evidence.rule))
      .map((flag) => judged(flag, way))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    devices: devices.map(({ deviationUm, causes, notSureSlots }) => ({
      deviationUm: signed(deviationUm),
      notTurnedUm: signed(causes.notTurnedUm),
      notReportedUm: signed(causes.notReportedUm),
      notSureSlots,
    })),
    slots: buildCourse(facts, asOf).devices.map(({ entries }) => entries.map(({ status }) => status)),
    forecast: forecast.devices.map(({ targetAtPlan }) => targetAtPlan),
    consolidationEnds: forecast.consolidationEnds,
  };
}

it('judges a reversal as it judges an advance of the same turns', () => {
  fc.assert(
    fc.property(course, (drawn) => {
      expect(judgement(drawn, -1)).toEqual(judgement(drawn, 1));
    }),
    { numRuns: 250 },
  );
}, 60_000);

it('is tried with courses in which each of the rules fires', () => {
  const drawn = fc.sample(course, { numRuns: 500, seed: 1 });
  const seen = new Set(
    drawn.flatMap((one) => judgement(one, 1).flags.map(({ rule, about }) => `${rule} ${about}`)),
  );
  for (const rule of [
    'behind-plan ',
    'ahead-of-plan ',
    'wrong-way ',
    'extra-turn ',
    'asymmetry ',
    'stop-rule-reached ',
    'not-assessable behind-plan',
    'not-assessable asymmetry',
  ]) {
    expect(seen).toContain(rule);
  }
}, 60_000);
