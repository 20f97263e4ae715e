import { instantAt } from '#lib/domain/case-day.ts';
import type { PhaseKind } from '#lib/domain/phase/transitions.ts';
import { firstVersion } from '#lib/domain/protocol/version.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Instant } from '#lib/domain/units.ts';
import { PHASE_WORDS } from '#lib/view/case-words.ts';
import { type Band, band } from './chart-reported.ts';
import { clampX, type LocalX, localX, percentX, type TimeSpan } from './chart-scale.ts';

export type PhaseBand = Band & {
  phase: Exclude<PhaseKind, 'planning'>;
  word: string;
  /** Too narrow for its word on a telephone, or at all. */
  room: 'all' | 'wide' | 'none';
};

const ROOM_ON_PHONE = 24;
const ROOM_ON_DESK = 7.5;

/** The phases that are behind or present, as bands over the drawn time. */
export function phaseBands(course: Course, span: TimeSpan): readonly PhaseBand[] {
  const { phase, facts } = course;
  const consolidation = phase.consolidationStartedAt ?? phase.activationEndedAt;
  const starts: { phase: PhaseBand['phase']; at: Instant | null }[] = [
    { phase: 'latency', at: phase.operatedAt },
    { phase: 'activation', at: phase.firstTurnAt },
    { phase: 'consolidation', at: consolidation },
    { phase: 'follow-up', at: phase.removedAt },
  ];
  const begun = starts.filter(
    (start): start is { phase: PhaseBand['phase']; at: Instant } => start.at !== null,
  );
  return begun.flatMap(({ phase: kind, at }, index) => {
    const next = begun[index + 1];
    const to = next === undefined ? span.to : localX(facts.zone, next.at);
    const drawn = band(span, localX(facts.zone, at), to);
    if (drawn.width <= 0) return [];
    const room = drawn.width >= ROOM_ON_PHONE ? 'all' : drawn.width >= ROOM_ON_DESK ? 'wide' : 'none';
    return [{ ...drawn, phase: kind, word: PHASE_WORDS[kind], room }];
  });
}

/** The start of a protocol version that amended an earlier one. */
export type VersionMark = { x: number; label: string };

/** Every version but the first, where it takes effect. Versions of the same slot share a mark. */
export function versionMarks(course: Course, span: TimeSpan): readonly VersionMark[] {
  const marks = new Map<number, VersionMark>();
  const first = firstVersion(course.facts.versions);
  for (const version of [...course.facts.versions].sort((a, b) => a.version - b.version)) {
    if (version === first) continue;
    const at = versionStartX(course, version.version);
    if (at === null || at < span.from || at > span.to) continue;
    marks.set(at, { x: percentX(span, clampX(span, at)), label: `v${version.version}` });
  }
  return [...marks.values()];
}

/** Where a version begins on the time axis; null when there is no such version. */
export function versionStartX(course: Course, number: number): LocalX | null {
  const { versions, zone } = course.facts;
  const version = versions.find((one) => one.version === number);
  if (!version) return null;
  const minute = version.sessions[version.fromSlot - 1] ?? 0;
  return localX(zone, instantAt(zone, version.fromDay, minute));
}
