import type { Assessment } from '#lib/domain/assessment.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { PhaseKind } from '#lib/domain/phase/transitions.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { dayIn } from '#lib/view/chart/chart-time.ts';
import { PHASE_WORDS } from './case-words.ts';
import { formatDay, formatDayShort } from './format-date.ts';
import { phaseDay } from './phase-day.ts';

export type RulerSegment = {
  phase: Exclude<PhaseKind, 'planning'>;
  word: string;
  /** `04-Sep to 24-Sep`, `day 17 of 22`, `from 26-Nov`. */
  detail: string;
  /** Per cent of the ruler. */
  x: number;
  width: number;
  state: 'past' | 'present' | 'expected';
};

/** The course from operation to removal, with the present on it. Null before an operation. */
export type PhaseRuler = {
  segments: readonly RulerSegment[];
  todayX: number;
  from: string;
  to: string;
  toWord: string;
};

type Stretch = {
  phase: RulerSegment['phase'];
  from: Day;
  to: Day;
  state: RulerSegment['state'];
  isOpen: boolean;
};

/** What is past or present comes from events, what is expected from the forecast; where that is silent, the end is open. */
export function phaseRuler(assessment: Assessment, zone: string, now: Instant): PhaseRuler | null {
  const stretches = stretchesOf(assessment, zone, now);
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last) return null;
  const today = dayOf(zone, now);
  const present = phaseDay(assessment, zone, now);
  const from = first.from;
  const to = Math.max(today, last.to, from + 1);
  const percent = (day: Day) => Math.round(((day - from) / (to - from)) * 10_000) / 100;
  return {
    segments: stretches.map((stretch) => ({
      phase: stretch.phase,
      word: PHASE_WORDS[stretch.phase],
      detail: detailOf(stretch, present),
      x: percent(stretch.from),
      width: Math.max(0.5, percent(stretch.to) - percent(stretch.from)),
      state: stretch.state,
    })),
    todayX: percent(today),
    from: formatDay(from),
    to: last.isOpen ? 'end not known' : formatDay(last.to),
    toWord: endWord(assessment),
  };
}

function endWord({ phase }: Assessment): string {
  return phase.removedAt !== null ? 'Today' : 'Removal from';
}

function stretchesOf(
  { phase, forecast, nextSlot }: Assessment,
  zone: string,
  now: Instant,
): readonly Stretch[] {
  const day = (at: Instant | null) => (at === null ? null : dayOf(zone, at));
  const today = dayOf(zone, now);
  const operated = day(phase.operatedAt);
  if (operated === null) return [];
  const firstTurn = day(phase.firstTurnAt) ?? nextSlot?.day ?? null;
  const ended =
    day(phase.activationEndedAt ?? phase.consolidationStartedAt) ?? dayIn(forecast.activationEndsAtPlan);
  const consolidated = day(phase.removedAt) ?? dayIn(forecast.consolidationEnds);
  const bounds: { phase: Stretch['phase']; from: Day | null; to: Day | null }[] = [
    { phase: 'latency', from: operated, to: firstTurn },
    { phase: 'activation', from: firstTurn, to: ended },
    { phase: 'consolidation', from: ended, to: consolidated },
    { phase: 'follow-up', from: day(phase.removedAt), to: null },
  ];
  const order = bounds.findIndex((bound) => bound.phase === phase.kind);
  return bounds.flatMap(({ phase: kind, from, to }, index) => {
    if (from === null) return [];
    const state = index < order ? 'past' : index === order ? 'present' : 'expected';
    const end = Math.max(from, to ?? from, state === 'present' ? today : from);
    if (state === 'expected' && to === null) return [];
    return { phase: kind, from, to: end, state, isOpen: to === null } satisfies Stretch;
  });
}

function detailOf({ from, to, state }: Stretch, present: string | null): string {
  if (state === 'past') return `${formatDayShort(from)} to ${formatDayShort(to)}`;
  return state === 'expected' ? `to ${formatDay(to)}` : (present ?? '');
}
