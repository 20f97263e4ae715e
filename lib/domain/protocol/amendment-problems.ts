import { type LocalTime, localTime } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { isAmendable } from '#lib/domain/phase/guards.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import { phaseAt } from '#lib/domain/phase/phase.ts';
import type { PhaseKind } from '#lib/domain/phase/transitions.ts';
import { plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import {
  type Centi,
  type Day,
  expansionUm,
  HOUR_MS,
  type Instant,
  MINUTE_MS,
  type Minutes,
  type Um,
} from '#lib/domain/units.ts';
import type { AmendmentKind } from './amendment.ts';
import { baseVersion, isBefore, type VersionStart, versionsAfter } from './base-version.ts';
import { exchangedDevices } from './exchanged-devices.ts';
import { type DevicePlan, lastPlannedDay, type ProtocolVersion } from './version.ts';
import { startOf } from './version-start.ts';

/** What speaks against an amendment as one: where the case stands, what it changes, when it begins, how far it goes back. */
export type AmendmentProblem =
  | {
      severity: 'impossible';
      kind: 'not-in-phase';
      field: 'kind';
      amendment: AmendmentKind;
      phase: PhaseKind;
    }
  | { severity: 'impossible'; kind: 'not-such-amendment'; field: 'kind'; amendment: AmendmentKind }
  | {
      severity: 'impossible';
      kind: 'before-exchange';
      field: 'fromDay';
      deviceId: string;
      /** When the new device was placed, on the clock of the case. */
      placed: LocalTime;
    }
  /** Only a change brings the turning forward; `base` is the version that is to begin first. */
  | { severity: 'impossible'; kind: 'nothing-planned-yet'; field: 'fromDay'; base: VersionStart }
  | { severity: 'impossible'; kind: 'before-retroactive-limit'; field: 'fromDay'; hours: number }
  | { severity: 'impossible'; kind: 'seam-closer-than-interval'; field: 'fromSlot'; closestMin: Minutes }
  | { severity: 'impossible'; kind: 'reversal-unbounded'; field: 'perSession'; deviceId: string }
  | {
      severity: 'impossible';
      kind: 'reversal-past-advance';
      field: 'perSession';
      deviceId: string;
      backUm: Um;
      advancedUm: Um;
    }
  | { severity: 'unusual'; kind: 'retroactive'; field: 'fromDay'; startsAt: Instant };

/** No reversal is laid out further than this: it stops where nothing is left to go back. */
const MOST_DAYS_OF_REVERSAL = 400;

/** Everything that speaks against writing a version at its `recordedAt` as the amendment that it says it is. */
export function amendmentProblems(
  facts: CaseFacts,
  next: ProtocolVersion,
  retroactiveHours: number,
): readonly AmendmentProblem[] {
  const { phase, kind: amendment } = {
    phase: phaseAt(facts, (at) => at <= next.recordedAt).kind,
    kind: next.kind,
  };
  if (!isAmendable(phase, amendment)) {
    return [{ severity: 'impossible', kind: 'not-in-phase', field: 'kind', amendment, phase }];
  }
  if (!isWhatItSays(facts, next)) {
    return [{ severity: 'impossible', kind: 'not-such-amendment', field: 'kind', amendment }];
  }
  return [
    ...earlyProblems(facts, next),
    ...retroactiveProblems(facts, next, retroactiveHours),
    ...exchangeProblems(facts, next),
    ...seamProblems(facts, next),
    ...reversalProblems(facts, next),
  ];
}

function isWhatItSays({ versions, devices }: CaseFacts, next: ProtocolVersion): boolean {
  const base = baseVersion(versions, next);
  if (base === null) return next.kind === 'first';
  const planBefore = (deviceId: string) => base.devices.find((plan) => plan.deviceId === deviceId);
  // What is held by now and to be turned again later is held too.
  const isTurned = (deviceId: string) =>
    [base, ...versionsAfter(versions, next)].some((version) =>
      version.devices.some((plan) => plan.deviceId === deviceId && !isHeld(plan)),
    );
  switch (next.kind) {
    case 'first':
      return false;
    case 'change':
      return true;
    case 'hold':
      return next.devices.some((plan) => isHeld(plan) && isTurned(plan.deviceId));
    case 'resume':
      return next.devices.some((plan) => {
        const before = planBefore(plan.deviceId);
        return !isHeld(plan) && before !== undefined && isHeld(before);
      });
    case 'reverse':
      return next.devices.some(({ perSession }) => perSession.some((centi) => centi < 0));
    case 'exchange': {
      const { out, placed } = exchangedDevices(base, devices);
      return out.length > 0 && next.devices.some(({ deviceId }) => placed.some(({ id }) => id === deviceId));
    }
  }
}

/** Whether a device is not turned in any session. */
export function isHeld({ perSession }: Pick<DevicePlan, 'perSession'>): boolean {
  return perSession.every((centi) => centi === 0);
}

function earlyProblems({ versions }: CaseFacts, next: ProtocolVersion): AmendmentProblem[] {
  const base = baseVersion(versions, next);
  if (base === null || next.kind === 'change' || !isBefore(next, base)) return [];
  const { fromDay, fromSlot } = base;
  return [
    { severity: 'impossible', kind: 'nothing-planned-yet', field: 'fromDay', base: { fromDay, fromSlot } },
  ];
}

function retroactiveProblems(facts: CaseFacts, next: ProtocolVersion, hours: number): AmendmentProblem[] {
  const startsAt = startOf(facts.zone, next);
  // The first version of a case that is copied from paper rewrites nothing that was planned before.
  if (next.kind === 'first' || startsAt >= next.recordedAt) return [];
  if (startsAt < next.recordedAt - hours * HOUR_MS) {
    return [{ severity: 'impossible', kind: 'before-retroactive-limit', field: 'fromDay', hours }];
  }
  return [{ severity: 'unusual', kind: 'retroactive', field: 'fromDay', startsAt }];
}

/** The plan of an exchange begins at the exchange: before that its device was not there. */
function exchangeProblems({ zone, devices, versions }: CaseFacts, next: ProtocolVersion): AmendmentProblem[] {
  if (next.kind !== 'exchange') return [];
  const startsAt = startOf(zone, next);
  const late = exchangedDevices(baseVersion(versions, next), devices).placed.find(
    ({ id, placedAt }) => placedAt > startsAt && next.devices.some(({ deviceId }) => deviceId === id),
  );
  if (!late) return [];
  const placed = localTime(zone, late.placedAt);
  return [{ severity: 'impossible', kind: 'before-exchange', field: 'fromDay', deviceId: late.id, placed }];
}

/** The last turn before a version and the first under it are as far apart as any two turns, over midnight too. */
export function seamProblems(
  { zone, devices, versions }: CaseFacts,
  next: ProtocolVersion,
): AmendmentProblem[] {
  const startsAt = startOf(zone, next);
  const plan = plannedSlots({ zone, devices, versions: [...versions, next], inactive: [] }, next.fromDay);
  const turns = [...plan].filter(({ amounts }) => amounts.some(({ kind }) => kind === 'turn'));
  const before = turns.findLast(({ at }) => at < startsAt);
  const first = turns.find(({ at }) => at >= startsAt);
  if (!before || !first) return [];
  const closestMin = Math.floor((first.at - before.at) / MINUTE_MS);
  return closestMin < next.minIntervalMin
    ? [{ severity: 'impossible', kind: 'seam-closer-than-interval', field: 'fromSlot', closestMin }]
    : [];
}

function reversalProblems(facts: CaseFacts, next: ProtocolVersion): AmendmentProblem[] {
  const backwards = next.devices.filter(({ perSession }) => perSession.some((centi) => centi < 0));
  if (backwards.length === 0) return [];
  const { devices } = buildCourse(facts, next.recordedAt);
  return backwards.flatMap((plan): AmendmentProblem[] => {
    const course = devices.find(({ device }) => device.id === plan.deviceId);
    if (!course) return [];
    const { deviceId } = plan;
    const { startCenti, leastCenti } = reach(facts, next, course.device.id);
    const startUm = expansionUm(startCenti, course.device);
    const stopsAtAmount = plan.targetUm !== null && plan.targetUm <= startUm;
    if (!stopsAtAmount && lastPlannedDay(next) === null) {
      return [{ severity: 'impossible', kind: 'reversal-unbounded', field: 'perSession', deviceId }];
    }
    const backUm = startUm - expansionUm(leastCenti, course.device);
    const advancedUm = Math.max(0, course.reportedUm);
    if (backUm <= advancedUm) return [];
    return [
      {
        severity: 'impossible',
        kind: 'reversal-past-advance',
        field: 'perSession',
        deviceId,
        backUm,
        advancedUm,
      },
    ];
  });
}

/** The planned total of a device where a version begins, and the least that it comes to under that version. */
function reach(
  facts: CaseFacts,
  next: ProtocolVersion,
  deviceId: string,
): { startCenti: Centi; leastCenti: Centi } {
  const devices = facts.devices.filter(({ id }) => id === deviceId);
  const inactive = inactiveSpans(facts, (at) => at <= next.recordedAt);
  const through: Day = lastPlannedDay(next) ?? next.fromDay + MOST_DAYS_OF_REVERSAL;
  let startCenti: Centi = 0;
  let leastCenti: Centi | null = null;
  for (const slot of plannedSlots(
    { zone: facts.zone, devices, versions: [...facts.versions, next], inactive },
    through,
  )) {
    const total = slot.amounts[0]?.totalCenti ?? 0;
    if (slot.version !== next) startCenti = total;
    else leastCenti = Math.min(leastCenti ?? total, total);
  }
  return { startCenti, leastCenti: Math.min(startCenti, leastCenti ?? startCenti) };
}
