import { startOfDay } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { bandFor, FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { type ProtocolProblem, protocolProblems } from '#lib/domain/protocol/validate.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { Instant } from '#lib/domain/units.ts';
import { deviceIdIn, momentOr, type Reading } from './case-file-reading.ts';
import type { CaseFile } from './case-file-shape.ts';

type Written = CaseFile['protocol'][number];

/** The versions of a case file, numbered in the order in which they stand. */
export function protocolVersions(
  file: CaseFile,
  operatedAt: Instant | null,
  reading: Reading,
): ProtocolVersion[] {
  return file.protocol.map((written, index) => versionOf(written, index, operatedAt, reading));
}

function versionOf(
  written: Written,
  index: number,
  operatedAt: Instant | null,
  reading: Reading,
): ProtocolVersion {
  const at = (field: string) => ['protocol', index, field] as const;
  const { behindMm, aheadMm, asymmetryMm, measuredMm, ...tolerances } = written.tolerances;
  const dayBegins = startOfDay(reading.zone, written.from.day);
  const known = index === 0 && operatedAt !== null ? Math.min(operatedAt, dayBegins) : dayBegins;
  const recordedAt = momentOr(reading, written.recordedAt, at('recordedAt'), known);
  return {
    version: index + 1,
    kind: written.kind ?? (index === 0 ? 'first' : 'change'),
    fromDay: written.from.day,
    fromSlot: written.from.slot,
    latencyDays: written.latencyDays,
    sessions: written.sessions,
    devices: written.devices.map((plan, place) => ({
      deviceId: deviceIdIn(reading, plan.device, [...at('devices'), place, 'device']),
      perSession: plan.perSession,
      targetUm: plan.targetMm,
    })),
    lastDay: written.lastDay,
    stopVisitDay: written.stopVisitDay,
    minIntervalMin: written.minIntervalMin,
    tolerances: {
      ...tolerances,
      behindUm: behindMm,
      aheadUm: aheadMm,
      asymmetryUm: asymmetryMm,
      measuredUm: measuredMm,
    },
    missedTurnRule: written.missedTurnRule,
    contactDays: written.contactDays,
    consolidation: ruleOf(written.consolidation),
    reasonCode: written.reasonCode ?? (index === 0 ? 'first-prescription' : 'other'),
    reason: written.reason,
    authorId: written.author,
    unusual: [],
    cosignBy: null,
    cosignerId: written.cosigner,
    cosignedAt: null,
    carries: null,
    toldAt: written.toldAt === null ? null : momentOr(reading, written.toldAt, at('toldAt'), recordedAt),
    toldById: null,
    recordedAt,
  };
}

function ruleOf(written: Written['consolidation']): ProtocolVersion['consolidation'] {
  if (written.rule === 'multiple-of-activation') {
    return { kind: written.rule, ratioHundredths: Math.round(written.ratio * 100) };
  }
  if (written.rule === 'imaging-decides') return { kind: written.rule };
  return { kind: written.rule, days: written.days };
}

/** Notes what makes a version impossible after those before it, by the rules that a clinic's own writing is held to. */
export function noteImpossibleVersions(facts: CaseFacts, reading: Reading): void {
  const band = bandFor(FIRST_DEFAULTS, facts.site);
  for (const [index, version] of facts.versions.entries()) {
    const before = { ...facts, versions: facts.versions.slice(0, index) };
    noteEarlierStart(version, facts.versions[index - 1], index, reading);
    for (const problem of protocolProblems(before, version, band)) {
      if (problem.severity === 'impossible') {
        reading.problems.push({
          path: ['protocol', index, ...pathOf(problem, version)],
          message: sentenceFor(problem),
        });
      }
    }
  }
}

type Impossible = Extract<ProtocolProblem, { severity: 'impossible' }>;

function pathOf(problem: Impossible, version: ProtocolVersion): (string | number)[] {
  const place =
    'deviceId' in problem
      ? version.devices.findLastIndex(({ deviceId }) => deviceId === problem.deviceId)
      : -1;
  if (problem.field === 'perSession') return ['devices', place, 'perSession'];
  if (problem.field === 'devices' && place >= 0) return ['devices', place, 'device'];
  if (problem.field === 'fromDay') return ['from', 'day'];
  return problem.field === 'fromSlot' ? ['from', 'slot'] : [problem.field];
}

function sentenceFor(problem: Impossible): string {
  switch (problem.kind) {
    case 'version-not-next':
      return `this would be version ${problem.expected}; put the versions in order`;
    case 'no-sessions':
      return 'write at least one session; a hold has sessions with the amount 0';
    case 'sessions-not-ascending':
      return 'write the sessions in the order of the day, each later than the one before';
    case 'first-slot-unknown':
      return 'this version has no such session; write 1 for its first';
    case 'seam-overlaps':
      return 'on this day its first session would come before the last one of the version before; begin a session later';
    case 'before-operation':
      return 'this is before the index operation; correct one of the two days';
    case 'no-index-operation':
      return 'a protocol follows an index operation; add it under "operations"';
    case 'too-long-ago':
      return 'this is more than two years before it was recorded; check the year of both';
    case 'ends-before-it-begins':
      return 'the last day is before the first; correct one of the two';
    case 'no-devices':
      return 'write what each device does; 0 in each session is a hold';
    case 'device-unknown':
      return 'no device has this label; write one of those under "devices"';
    case 'device-twice':
      return 'this device stands twice in one version; keep one';
    case 'amounts-do-not-match-sessions':
      return 'write one amount for each session; 0 is a hold';
    case 'sessions-closer-than-interval':
      return `two sessions are only ${problem.closestMin} minutes apart; write that or less, or move a session`;
  }
}

function noteEarlierStart(
  { fromDay, fromSlot }: ProtocolVersion,
  before: ProtocolVersion | undefined,
  index: number,
  reading: Reading,
): void {
  if (!before || fromDay > before.fromDay || (fromDay === before.fromDay && fromSlot > before.fromSlot))
    return;
  reading.problems.push({
    path: ['protocol', index, 'from'],
    message: 'a version begins after the one before it; put the versions in order',
  });
}
