import type { Projection } from '#lib/domain/forecast/forecast.ts';
import type { ListedAssessment } from '#lib/domain/listed-assessment.ts';
import { formatDay, formatInstant } from './format-date.ts';

/** What comes next in a case, and when: the first turn, the end of activation, the end of consolidation, or an early removal. */
export function nextDate(assessment: ListedAssessment, zone: string): { what: string; when: string } | null {
  const { phase, nextSlot, forecast, removal } = assessment;
  switch (phase.kind) {
    case 'latency':
      return nextSlot && { what: 'First turn', when: formatInstant(nextSlot.at, zone) };
    case 'activation':
      return projected('Target, at plan', forecast.activationEndsAtPlan);
    case 'consolidation':
      if (removal?.window.early) {
        return {
          what: 'Early removal',
          when: `decided ${formatInstant(removal.window.early.decidedAt, zone)}`,
        };
      }
      return projected('Consolidated', forecast.consolidationEnds);
    case 'planning':
    case 'follow-up':
      return null;
  }
}

function projected(what: string, projection: Projection): { what: string; when: string } | null {
  if (projection.kind === 'day') return { what, when: formatDay(projection.day) };
  return projection.kind === 'reached' ? { what, when: 'reached' } : null;
}
