import type { Assessment } from '#lib/domain/assessment.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { InactiveSpan } from '#lib/domain/phase/inactive-spans.ts';
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
  /** Where activation was over for a while: per cent of the ruler. */
  breaks: readonly { x: number; width: number }[];
  todayX: number;
  from: string;
  /** `Removal from 12-May-2026`. */
  end: string;
};

type Stretch = {
  phase: RulerSegment['phase'];
  from: Day;
  to: Day;
  state: RulerSegment['state'];
  isOpen: boolean;
};

/**
 * What is past or present comes from events, what is expected from the forecast; where that is silent, the end is open.
 * `inactive`: when nothing was planned; of these, what was resumed is shown as a break.
 */
export function phaseRuler(
  assessment: Assessment,
  zone: string,
  now: Instant,
  inactive: readonly InactiveSpan[] = [],
): PhaseRuler | null {
  const stretches = stretchesOf(assessment, zone, now);
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last) return null;
  const today = dayOf(zone, now);
  const present = phaseDay(assessment, zone, now);
  const from = first.from;
  const to = Math.max(today, last.to, from + 1);
  const percent = (day: Day) => Math.round(((day - from) / (to - from)) * 10_000) / 100;
  const breaks = inactive.flatMap((span) =>
    span.to === null ? [] : [{ from: dayOf(zone, span.from), to: dayOf(zone, span.to) }],
  );
  return {
    segments: stretches.map((stretch) => {
      const width = Math.max(LEAST_WIDTH, percent(stretch.to) - percent(stretch.from));
      const broken = stretch.phase === 'activation' ? breaks.map(breakWords) : [];
      return {
        phase: stretch.phase,
        word: PHASE_WORDS[stretch.phase],
        detail: [detailOf(stretch, present), ...broken].filter(Boolean).join('; '),
        // On the first day of a phase that begins where the ruler ends, what is least to be seen lies before the end.
        x: Math.min(percent(stretch.from), 100 - width),
        width,
        state: stretch.state,
      };
    }),
    breaks: breaks.map((span) => ({
      x: percent(span.from),
      width: Math.max(LEAST_WIDTH, percent(span.to) - percent(span.from)),
    })),
    todayX: percent(today),
    from: formatDay(from),
    end: endWords(assessment, today),
  };
}

/** Per cent of the ruler that a segment has at least, to be seen. */
const LEAST_WIDTH = 0.5;

const breakWords = ({ from, to }: { from: Day; to: Day }) =>
  `ended ${formatDayShort(from)}, resumed ${formatDayShort(to)}`;

/** `Removal from 12-May-2026`, the first day of the removal window; once the hardware is out, today. */
function endWords({ removal }: Assessment, today: Day): string {
  if (removal === null) return `Today ${formatDay(today)}`;
  const { earliest } = removal.window;
  return earliest.kind === 'day' ? `Removal from ${formatDay(earliest.day)}` : 'Removal: date not known';
}

function stretchesOf(
  { phase, forecast, nextSlot, removal }: Assessment,
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
  const consolidated = day(phase.removedAt) ?? dayIn(removal?.window.earliest ?? forecast.consolidationEnds);
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
