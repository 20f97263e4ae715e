import { expect } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { expansionUm, HOUR_MS, type Instant } from '#lib/domain/units.ts';
import type { SITUATIONS } from '#tests/scenarios/scenario-file.ts';

/** A case of the demonstration as it stands at `now`. */
export type Seen = { facts: CaseFacts; now: Instant; assessment: Assessment };

export function see(facts: CaseFacts, now: Instant): Seen {
  return { facts, now, assessment: assess(facts, now) };
}

export type Situation = { mrn: string; shows: (seen: Seen) => void };

/** The rules of the flags that stand, each once; those that somebody acknowledged in brackets. */
export function rulesOf({ assessment }: Seen): string[] {
  const rules = assessment.flags.map(({ evidence, acknowledged }) =>
    acknowledged ? `(${evidence.rule})` : evidence.rule,
  );
  return [...new Set(rules)].sort();
}

/** What is planned a day by the latest version, per device in µm, the fastest first. */
function umPerDay({ facts }: Seen): number[] {
  const version = facts.versions.reduce((a, b) => (b.version > a.version ? b : a));
  const rates = version.devices.map(({ deviceId, perSession }) => {
    const centi = perSession.reduce((sum, amount) => sum + amount, 0);
    const device = facts.devices.find(({ id }) => id === deviceId);
    return device ? expansionUm(centi, device) : Number.NaN;
  });
  return rates.sort((a, b) => b - a);
}

function entriesOf({ facts, now }: Seen, label: string): readonly SlotEntry[] {
  const course = buildCourse(facts, now);
  return course.devices.find(({ device }) => device.label === label)?.entries ?? [];
}

function onPlanAt(mrn: string, ...rates: number[]): Situation {
  return {
    mrn,
    shows: (seen) => {
      expect(seen.assessment.phase.kind).toBe('activation');
      expect(umPerDay(seen)).toEqual(rates);
      expect(rulesOf(seen)).toEqual([]);
    },
  };
}

const dayAgo = ({ facts, now }: Seen, days: number) => dayOf(facts.zone, now) - days;

/** Which case shows which situation of the clinical reference, and what must be seen there. */
export const DEMONSTRATED: Record<(typeof SITUATIONS)[number], Situation> = {
  'rate 0.5': onPlanAt('NM-480101', 500, 500),
  'rate 2': onPlanAt('NM-480102', 2000, 2000),
  'once a day 1 mm': onPlanAt('NM-480103', 1000, 1000),
  '3 × 0.33 mm': onPlanAt('NM-480104', 1000, 1000),
  '4 devices with different plans': onPlanAt('NM-480105', 1000, 750, 500, 0),
  'a plan that is asymmetric on purpose': onPlanAt('NM-480106', 1000, 500),
  'zero-day consolidation': {
    mrn: 'NM-480107',
    shows: (seen) => {
      expect(seen.assessment.phase.kind).toBe('consolidation');
      expect(seen.assessment.forecast.consolidationEnds).toEqual({ kind: 'day', day: dayAgo(seen, 1) });
      expect(rulesOf(seen)).toEqual(['removal-unbooked']);
    },
  },
  '343-day consolidation': {
    mrn: 'NM-480108',
    shows: (seen) => {
      const { phase, forecast } = seen.assessment;
      const from = dayOf(seen.facts.zone, phase.consolidationStartedAt ?? 0);
      expect(phase.kind).toBe('consolidation');
      expect(forecast.consolidationEnds).toEqual({ kind: 'day', day: from + 343 });
    },
  },
  '65-day activation for 11 mm': {
    mrn: 'NM-480109',
    shows: (seen) => {
      const { forecast, devices, phase } = seen.assessment;
      const firstDay = seen.facts.versions.find(({ version }) => version === 1)?.fromDay ?? 0;
      expect(phase.kind).toBe('activation');
      expect(devices).toMatchObject([{ targetUm: 11_000, reportedUm: 10_000, onHold: false }]);
      expect(forecast.activationEndsAtPlan).toEqual({ kind: 'day', day: firstDay + 64 });
      expect(entriesOf(seen, 'Maxilla').filter(({ planKind }) => planKind === 'hold')).toHaveLength(21);
      expect(rulesOf(seen)).toEqual([]);
    },
  },
  'a device that reverses': {
    mrn: 'NM-480110',
    shows: (seen) => {
      expect(rulesOf(seen)).toEqual(['measured-against-reported']);
      expect(seen.assessment.flags).toMatchObject([{ level: 'act-now', evidence: { differenceUm: -3_000 } }]);
    },
  },
  'a last turn that fails at the end of travel': {
    mrn: 'NM-480111',
    shows: (seen) => {
      expect(rulesOf(seen)).toEqual(['could-not-engage', 'end-of-travel', 'stiffness']);
      expect(seen.assessment.devices[0]).toMatchObject({ label: 'Left', remainingTravelUm: 500 });
    },
  },
  'an opening of 1.0 mm before the first turn': {
    mrn: 'NM-480112',
    shows: (seen) => {
      expect(seen.assessment.phase.kind).toBe('latency');
      const opened = { openingUm: 1_000, reportedUm: 0, measured: { valueUm: 1_000 } };
      expect(seen.assessment.devices).toMatchObject([opened, opened]);
    },
  },
  'a constant surplus that nobody can explain': {
    mrn: 'NM-480113',
    shows: (seen) => {
      expect(rulesOf(seen)).toEqual(['(ahead-of-plan)']);
      expect(seen.assessment.flags).toMatchObject([{ evidence: { aheadUm: 500 } }]);
    },
  },
  'device 26 mm, bone 18 mm': {
    mrn: 'NM-480114',
    shows: (seen) => {
      const evidence = { rule: 'measured-against-reported', kind: 'bone-gap', measuredUm: 18_000 };
      expect(seen.assessment.flags).toMatchObject([{ level: 'act-now', evidence }]);
      expect(seen.assessment.devices[0]?.measured).toMatchObject({ kind: 'device-gap', valueUm: 26_000 });
    },
  },
  'early removal for infection in consolidation': {
    mrn: 'NM-480115',
    shows: ({ assessment, facts }) => {
      expect(assessment.phase).toMatchObject({ kind: 'follow-up', stoppedEarly: true });
      expect(facts.events.find(({ kind }) => kind === 'stopped-early')?.reason).toContain('infection');
      expect(assessment.devices.every(({ inPlace }) => !inPlace)).toBe(true);
    },
  },
  'activation extended after the removal was booked': {
    mrn: 'NM-480116',
    shows: (seen) => {
      expect(seen.assessment).toMatchObject({ phase: { kind: 'activation' }, versionInForce: 2 });
      expect(seen.facts.events.find(({ kind }) => kind === 'activation-resumed')?.reason).toContain('booked');
      expect(seen.assessment.devices).toMatchObject([{ targetUm: 27_000 }, { targetUm: 27_000 }]);
      expect(rulesOf(seen)).toEqual(['booking-drifted']);
      expect(seen.assessment.removal?.drift).toMatchObject({ way: 'too-early' });
    },
  },
  'a turn at 00:20 that counts for the evening slot': {
    mrn: 'NM-480117',
    shows: (seen) => {
      const entry = entriesOf(seen, 'Left').find(({ day, slot }) => day === dayAgo(seen, 2) && slot === 2);
      expect(entry).toMatchObject({ status: 'done', late: true });
      expect(entry?.reports[0]?.doneAt).toBe((entry?.at ?? 0) + (4 * 60 + 20) * 60_000);
      expect(rulesOf(seen)).toEqual([]);
    },
  },
  'the night when the clocks change': {
    mrn: 'NM-480118',
    shows: (seen) => {
      const nights = entriesOf(seen, 'Left').filter(({ slot }) => slot === 1);
      const odd = nights.filter((entry, index) => {
        const before = nights[index - 1];
        return before && entry.at - before.at !== 24 * HOUR_MS;
      });
      expect(odd.length).toBeGreaterThan(0);
      expect(odd.every(({ status }) => status === 'done')).toBe(true);
      expect(seen.assessment.devices.every(({ deviationUm }) => deviationUm === 0)).toBe(true);
      expect(rulesOf(seen)).toEqual([]);
    },
  },
  'a family in another time zone': {
    mrn: 'NM-480119',
    shows: (seen) => {
      expect(seen.facts.zone).toBe('Asia/Dubai');
      expect(rulesOf(seen)).toEqual([]);
    },
  },
  'two parents reporting the same slot': {
    mrn: 'NM-480120',
    shows: (seen) => {
      expect(rulesOf(seen)).toEqual(['ahead-of-plan', 'possible-duplicate']);
      const twice = seen.assessment.flags.find(({ evidence }) => evidence.rule === 'possible-duplicate');
      expect(twice?.evidence).toMatchObject({
        by: ['father', 'mother'],
        slot: { day: dayAgo(seen, 1), slot: 2 },
      });
    },
  },
  'a phone clock that is wrong': {
    mrn: 'NM-480121',
    shows: (seen) => {
      expect(rulesOf(seen)).toEqual(['clock-not-believable', 'short-interval']);
      expect(seen.assessment.devices.every(({ deviationUm }) => deviationUm === 0)).toBe(true);
    },
  },
};
