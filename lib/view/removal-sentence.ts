import type { Evidence } from '#lib/domain/deviation/flag.ts';
import type { BookingDrift, DriftCause } from '#lib/domain/removal/booking-drift.ts';
import { complicationWords } from './complication-words.ts';
import { counted, formatDay, formatInstant } from './format-date.ts';
import { COURSE_WORDS } from './intake-words.ts';

type RemovalEvidence = Extract<
  Evidence,
  { rule: 'removal-unbooked' | 'removal-overdue' | 'booking-drifted' | 'booking-passed' }
>;

/** What a flag about the second operation says. */
export function removalSentence(
  evidence: RemovalEvidence,
  zone: string,
): { headline: string; figures: string } {
  switch (evidence.rule) {
    case 'removal-unbooked': {
      const { earlyRemovalAt, earliestDay, earlier } = evidence;
      const since = earlyRemovalAt
        ? `Decided ${formatInstant(earlyRemovalAt, zone)}, before consolidation ends`
        : `Removal possible from ${formatDay(earliestDay)}`;
      return {
        headline: `${earlyRemovalAt ? 'Early removal decided' : 'Consolidation complete'}, no theatre booked`,
        figures: `${since}${EARLIER[earlier ?? 'none']}`,
      };
    }
    case 'removal-overdue': {
      const booked =
        evidence.bookedAt === null
          ? 'no theatre booked'
          : `booked for ${formatInstant(evidence.bookedAt, zone)}`;
      const since = evidence.earlyRemovalAt
        ? `Early removal decided ${formatInstant(evidence.earlyRemovalAt, zone)}`
        : `Consolidation complete on ${formatDay(evidence.earliestDay)}`;
      return {
        headline: `Removal overdue since ${formatDay(evidence.overdueDay)}`,
        figures: `${since}; overdue after ${counted(evidence.overdueDays, 'day')} (clinic default); ${booked}`,
      };
    }
    case 'booking-drifted':
      return { headline: driftHeadline(evidence, zone), figures: driftFigures(evidence, zone) };
    case 'booking-passed': {
      const time = `${formatInstant(evidence.startsAt, zone)} to ${formatInstant(evidence.endsAt, zone)}`;
      return {
        headline: `Theatre time has passed: ${PASSED_NEXT.toLowerCase()}`,
        figures: `${evidence.isHeld ? 'Held' : 'Booked'} for ${time}; the hardware is in place by the record`,
      };
    }
  }
}

/** What is to be done about a time in theatre that is over. */
export const PASSED_NEXT = 'Record the removal, or book anew';

const EARLIER: Readonly<Record<string, string>> = {
  none: '; nothing was booked so far',
  expired: '; a hold ran out',
  postponed: '; postponed, on the waiting list',
  cancelled: '; a booking was cancelled',
  done: '; a removal was done, and hardware is still in place',
};

const WAYS = {
  'too-early': 'Removal is booked too early',
  'too-late': 'Removal is booked too late',
  'new-complication': 'A complication since the removal was booked',
  'not-assessable': 'Whether the booked removal still fits cannot be said',
} as const;

/** `Removal is booked too early: 12-May-2026 07:30`. */
export function driftHeadline({ way, startsAt }: BookingDrift, zone: string): string {
  return `${WAYS[way]}: ${formatInstant(startsAt, zone)}`;
}

/** The window now and then, and what moved it. */
export function driftFigures(
  { way, earliestDay, latestDay, earliestDayThen, cause }: BookingDrift,
  zone: string,
): string {
  const now =
    earliestDay === null || latestDay === null
      ? 'the removal window is not known any more'
      : way === 'too-late'
        ? `advisable until ${formatDay(latestDay)}`
        : `possible from ${formatDay(earliestDay)}`;
  const then = earliestDayThen === null ? '' : ` (from ${formatDay(earliestDayThen)} when it was booked)`;
  return `${now}${then}; ${causeWords(cause, zone)}`;
}

/** The decision that moved the window: `since version 3 of 14-Apr-2026 10:20`. */
function causeWords(cause: DriftCause, zone: string): string {
  switch (cause.kind) {
    case 'version':
      return `since protocol version ${cause.version} of ${formatInstant(cause.recordedAt, zone)}`;
    case 'event':
      return `since “${COURSE_WORDS[cause.event]}”, recorded ${formatInstant(cause.recordedAt, zone)}`;
    case 'complication':
      return `${complicationWords(cause.complication)}, recorded ${formatInstant(cause.recordedAt, zone)}`;
    case 'course':
      return 'since the turns went otherwise than projected';
  }
}
