import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, existsLocally, localTime } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import { firstContinued, planThrough } from '#lib/domain/plan/course-plan.ts';
import { type PlannedSlot, plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import { firstVersion } from '#lib/domain/protocol/version.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { horizonAt } from '#lib/domain/timeline/horizon.ts';
import type { Day } from '#lib/domain/units.ts';
import { anyCase } from '#tests/factories/any-case.ts';
import { versionOf } from '#tests/factories/case-facts.ts';

const AHEAD_DAYS = 30;

function planOf(facts: CaseFacts): PlannedSlot[] {
  return [...plannedSlots({ ...facts, inactive: [] }, lastStart(facts) + AHEAD_DAYS)];
}

function lastStart({ versions }: CaseFacts): Day {
  return versions.reduce((day, { fromDay }) => Math.max(day, fromDay), 0);
}

describe('the plan', () => {
  it('of an earlier slot is never changed by a later version', () => {
    fc.assert(
      fc.property(
        anyCase(),
        fc.nat({ max: AHEAD_DAYS }),
        fc.integer({ min: 1, max: 3 }),
        ({ facts }, days, fromSlot) => {
          if (facts.versions.length === 0) return;
          const before = planOf(facts);
          const fromDay = lastStart(facts) + 1 + days;
          const sessions = [60, 700, 1300];
          const devices = facts.devices.map(({ id }) => ({
            deviceId: id,
            perSession: [-100, 0, 300],
            targetUm: 3000,
          }));
          const version = facts.versions.length + 1;
          const after = planOf({
            ...facts,
            versions: [...facts.versions, versionOf({ version, fromDay, fromSlot, sessions, devices })],
          });
          const isEarlier = ({ day, slot }: PlannedSlot) =>
            day < fromDay || (day === fromDay && slot < fromSlot);
          const within = before.filter(isEarlier);
          expect(after.filter(isEarlier).slice(0, within.length)).toEqual(within);
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  it('of each slot comes from exactly one version, the latest that had begun', () => {
    fc.assert(
      fc.property(anyCase(), ({ facts }) => {
        const slots = planOf(facts);
        expect(new Set(slots.map(({ day, slot }) => `${day}#${slot}`)).size).toBe(slots.length);
        for (const { day, slot, version, amounts } of slots) {
          const begun = facts.versions.filter(
            ({ fromDay, fromSlot }) => fromDay < day || (fromDay === day && fromSlot <= slot),
          );
          expect(version.version).toBe(Math.max(...begun.map((entry) => entry.version)));
          expect(amounts).toHaveLength(facts.devices.length);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('shows each session at its local time, moved only where the clocks skip it', () => {
    fc.assert(
      fc.property(anyCase(), ({ facts }) => {
        for (const { day, slot, at, version } of planOf(facts)) {
          const minute = version.sessions[slot - 1] ?? 0;
          if (existsLocally(facts.zone, day, minute))
            expect(localTime(facts.zone, at)).toEqual({ day, minute });
          else expect(localTime(facts.zone, at).minute).toBeGreaterThan(minute);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('moves with its days in any zone: days and amounts stay, only instants know of the clocks', () => {
    fc.assert(
      fc.property(anyCase(), fc.integer({ min: -200, max: 200 }), ({ facts }, days) => {
        const moved = {
          ...facts,
          devices: facts.devices.map((device) => ({ ...device, placedAt: 0, removedAt: null })),
          versions: facts.versions.map((version) => ({
            ...version,
            fromDay: version.fromDay + days,
            lastDay: version.lastDay === null ? null : version.lastDay + days,
          })),
        };
        const still = { ...moved, versions: facts.versions };
        const shape = (shift: number) => (entry: PlannedSlot) => [
          entry.day - shift,
          entry.slot,
          entry.amounts,
        ];
        expect(planOf(moved).map(shape(days))).toEqual(planOf(still).map(shape(0)));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('that goes on from what the course has laid out is the one that is laid out at once', () => {
    fc.assert(
      fc.property(anyCase(), fc.integer({ min: -20, max: AHEAD_DAYS }), ({ facts, asOf }, days) => {
        const horizon = horizonAt(asOf);
        const course = buildCourse(facts, asOf, horizon);
        const throughDay = dayOf(facts.zone, asOf) + days;
        const inactive = inactiveSpans(course.facts, course.reached);
        const prescription = { ...course.facts, inactive };
        const atOnce = [...plannedSlots(prescription, throughDay)];
        expect(planThrough(course, throughDay)).toEqual(atOnce);
        const first = firstVersion(course.facts.versions);
        if (first === undefined || first === null) return;
        const alone = [...plannedSlots({ ...prescription, versions: [first] }, throughDay)];
        const own = atOnce.filter(({ version }) => version === first);
        const goneOn = [...own, ...firstContinued(course, first, atOnce, throughDay)];
        expect(goneOn).toEqual(alone);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
