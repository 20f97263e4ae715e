import { dayOf } from '#lib/domain/case-day.ts';
import type { ListedAssessment } from '#lib/domain/listed-assessment.ts';
import type { Day, Instant } from '#lib/domain/units.ts';

/**
 * Where the present phase stands: `day 12 of 25`, `day 60, 56 planned` once that is over, `day 3` where nothing says
 * how long it is; null in planning. The target day belongs to activation; consolidation is over on its last day.
 */
export function phaseDay(
  { phase, forecast }: Pick<ListedAssessment, 'phase' | 'forecast'>,
  zone: string,
  now: Instant,
): string | null {
  if (phase.sinceAt === null) return null;
  const since = dayOf(zone, phase.sinceAt);
  const number = dayOf(zone, now) - since + 1;
  const planned = plannedDays(since, phase.kind, forecast);
  if (planned === null || planned < 1) return `day ${number}`;
  return number > planned ? `day ${number}, ${planned} planned` : `day ${number} of ${planned}`;
}

function plannedDays(
  since: Day,
  kind: ListedAssessment['phase']['kind'],
  forecast: ListedAssessment['forecast'],
): number | null {
  const { activationEndsAtPlan: target, consolidationEnds: end } = forecast;
  if (kind === 'activation') return target.kind === 'day' ? target.day - since + 1 : null;
  return kind === 'consolidation' && end.kind === 'day' ? end.day - since : null;
}
