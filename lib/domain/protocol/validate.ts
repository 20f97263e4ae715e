import { dayOf } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { sessionsOf } from '#lib/domain/plan/planned-slots.ts';
import { type Day, expansionUm, type Minutes, type Um } from '#lib/domain/units.ts';
import { latestNumber } from './proposal.ts';
import { type DevicePlan, lastPlannedDay, type ProtocolVersion } from './version.ts';

/** Rates that a clinic writes without a second signature, in µm a day, per site (clinical.md §6). */
export type RateBand = { leastUmPerDay: Um; mostUmPerDay: Um };

/**
 * What speaks against a version. `impossible` is refused with the reason; `unusual` asks for a surgeon's signature.
 */
export type ProtocolProblem =
  | { severity: 'impossible'; kind: 'version-not-next'; field: 'version'; expected: number }
  | { severity: 'impossible'; kind: 'no-sessions' | 'sessions-not-ascending'; field: 'sessions' }
  | { severity: 'impossible'; kind: 'first-slot-unknown' | 'seam-overlaps'; field: 'fromSlot' }
  | { severity: 'impossible'; kind: 'before-operation'; field: 'fromDay'; operatedDay: Day }
  | { severity: 'impossible'; kind: 'no-index-operation'; field: 'fromDay' }
  | { severity: 'impossible'; kind: 'too-long-ago'; field: 'fromDay'; earliestDay: Day }
  | { severity: 'impossible'; kind: 'ends-before-it-begins'; field: 'lastDay' | 'stopVisitDay' }
  | {
      severity: 'impossible';
      kind: 'no-devices' | 'device-unknown' | 'device-twice';
      field: 'devices';
      deviceId: string | null;
    }
  | { severity: 'impossible'; kind: 'amounts-do-not-match-sessions'; field: 'perSession'; deviceId: string }
  | {
      severity: 'impossible';
      kind: 'sessions-closer-than-interval';
      field: 'minIntervalMin';
      closestMin: Minutes;
    }
  | {
      severity: 'unusual';
      kind: 'target-past-travel';
      field: 'targetUm';
      deviceId: string;
      travelUm: Um;
      openingAtTargetUm: Um;
    }
  | {
      severity: 'unusual';
      kind: 'outside-band';
      field: 'perSession';
      deviceId: string;
      umPerDay: Um;
      band: RateBand;
    }
  | { severity: 'unusual'; kind: 'reversal'; field: 'perSession'; deviceId: string }
  | { severity: 'unusual'; kind: 'device-left-out'; field: 'devices'; deviceId: string };

/**
 * A version that begins longer before it is written than this has a slip in its year: the longest activation of
 * clinical.md §10 is 65 days. Every slot since would be laid out and called missed.
 */
const MOST_DAYS_BACK = 2 * 366;

/** Everything that speaks against adding a version to a case; empty when nothing does. */
export function protocolProblems(
  facts: CaseFacts,
  next: ProtocolVersion,
  band: RateBand,
): readonly ProtocolProblem[] {
  return [
    ...timingProblems(facts, next),
    ...next.devices.flatMap((plan) => deviceProblems(facts, next, plan, band)),
    ...coverage(facts, next),
  ];
}

function timingProblems(facts: CaseFacts, next: ProtocolVersion): ProtocolProblem[] {
  const problems: ProtocolProblem[] = [];
  const expected = latestNumber(facts) + 1;
  if (next.version !== expected)
    problems.push({ severity: 'impossible', kind: 'version-not-next', field: 'version', expected });
  if (next.sessions.length === 0)
    problems.push({ severity: 'impossible', kind: 'no-sessions', field: 'sessions' });
  const isAscending = next.sessions.every(
    (minute, index) => index === 0 || minute > (next.sessions[index - 1] ?? 0),
  );
  if (!isAscending) {
    problems.push({ severity: 'impossible', kind: 'sessions-not-ascending', field: 'sessions' });
  }
  if (next.fromSlot < 1 || next.fromSlot > next.sessions.length) {
    problems.push({ severity: 'impossible', kind: 'first-slot-unknown', field: 'fromSlot' });
  } else if (isAscending && seamOverlaps(facts, next)) {
    problems.push({ severity: 'impossible', kind: 'seam-overlaps', field: 'fromSlot' });
  }
  const operation = facts.operations.find(({ kind }) => kind === 'index');
  if (!operation) {
    problems.push({ severity: 'impossible', kind: 'no-index-operation', field: 'fromDay' });
  } else if (next.fromDay < dayOf(facts.zone, operation.endedAt)) {
    const operatedDay = dayOf(facts.zone, operation.endedAt);
    problems.push({ severity: 'impossible', kind: 'before-operation', field: 'fromDay', operatedDay });
  }
  const earliestDay = dayOf(facts.zone, next.recordedAt) - MOST_DAYS_BACK;
  if (next.fromDay < earliestDay) {
    problems.push({ severity: 'impossible', kind: 'too-long-ago', field: 'fromDay', earliestDay });
  }
  if ((lastPlannedDay(next) ?? next.fromDay) < next.fromDay) {
    const field = next.lastDay !== null && next.lastDay < next.fromDay ? 'lastDay' : 'stopVisitDay';
    problems.push({ severity: 'impossible', kind: 'ends-before-it-begins', field });
  }
  const closestMin = isAscending ? closestSessions(next.sessions) : null;
  if (closestMin !== null && closestMin < next.minIntervalMin) {
    problems.push({
      severity: 'impossible',
      kind: 'sessions-closer-than-interval',
      field: 'minIntervalMin',
      closestMin,
    });
  }
  return problems;
}

/** On the day of the change the sessions before and after it must still follow one another in time. */
function seamOverlaps(facts: CaseFacts, next: ProtocolVersion): boolean {
  const times = sessionsOf([...facts.versions, next], next.fromDay).map(
    ({ version, slot }) => version.sessions[slot - 1] ?? 0,
  );
  return times.some((minute, index) => index > 0 && minute <= (times[index - 1] ?? 0));
}

/** The shortest time between two sessions that follow one another, overnight too; null with fewer than two. */
export function closestSessions(sessions: readonly Minutes[]): Minutes | null {
  if (sessions.length < 2) return null;
  const overnight = 24 * 60 - ((sessions.at(-1) ?? 0) - (sessions[0] ?? 0));
  return sessions.reduce<number>(
    (least, minute, index) => (index === 0 ? least : Math.min(least, minute - (sessions[index - 1] ?? 0))),
    overnight,
  );
}

function deviceProblems(
  facts: CaseFacts,
  next: ProtocolVersion,
  plan: DevicePlan,
  band: RateBand,
): ProtocolProblem[] {
  const { deviceId } = plan;
  const device = facts.devices.find(({ id }) => id === deviceId);
  if (!device) return [{ severity: 'impossible', kind: 'device-unknown', field: 'devices', deviceId }];
  if (next.devices.filter((other) => other.deviceId === deviceId).length > 1) {
    return [{ severity: 'impossible', kind: 'device-twice', field: 'devices', deviceId }];
  }
  if (plan.perSession.length !== next.sessions.length) {
    return [{ severity: 'impossible', kind: 'amounts-do-not-match-sessions', field: 'perSession', deviceId }];
  }
  return [...travelProblems(device, plan), ...rateProblems(device, plan, band)];
}

function travelProblems(device: Device, { targetUm }: DevicePlan): ProtocolProblem[] {
  if (targetUm === null || device.travelUm === null) return [];
  const openingAtTargetUm = device.initialOpeningUm + targetUm;
  if (openingAtTargetUm <= device.travelUm) return [];
  const { id: deviceId, travelUm } = device;
  return [
    {
      severity: 'unusual',
      kind: 'target-past-travel',
      field: 'targetUm',
      deviceId,
      travelUm,
      openingAtTargetUm,
    },
  ];
}

function rateProblems(device: Device, { perSession }: DevicePlan, band: RateBand): ProtocolProblem[] {
  const deviceId = device.id;
  if (perSession.some((centi) => centi < 0)) {
    return [{ severity: 'unusual', kind: 'reversal', field: 'perSession', deviceId }];
  }
  const umPerDay = expansionUm(
    perSession.reduce((sum, centi) => sum + centi, 0),
    device,
  );
  const isWithin = umPerDay === 0 || (umPerDay >= band.leastUmPerDay && umPerDay <= band.mostUmPerDay);
  return isWithin
    ? []
    : [{ severity: 'unusual', kind: 'outside-band', field: 'perSession', deviceId, umPerDay, band }];
}

function coverage(facts: CaseFacts, next: ProtocolVersion): ProtocolProblem[] {
  if (next.devices.length === 0)
    return [{ severity: 'impossible', kind: 'no-devices', field: 'devices', deviceId: null }];
  const planned = new Set(next.devices.map(({ deviceId }) => deviceId));
  return facts.devices
    .filter((device) => device.removedAt === null && !planned.has(device.id))
    .map((device) => ({
      severity: 'unusual',
      kind: 'device-left-out',
      field: 'devices',
      deviceId: device.id,
    }));
}
