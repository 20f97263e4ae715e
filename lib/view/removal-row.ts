import { hasPassed, takesTime } from '#lib/domain/booking/booking.ts';
import { dayOf, startOfDay } from '#lib/domain/case-day.ts';
import type { Phase } from '#lib/domain/phase/phase.ts';
import type { RemovalStanding } from '#lib/domain/removal/removal-standing.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { BOOKING_STATUS_WORDS, placeWords } from './booking-words.ts';
import { PHASE_WORDS } from './case-words.ts';
import { blockerWords, windowDays, windowWords } from './criterion-words.ts';
import { formatAge } from './format-age.ts';
import { patientName } from './patient-banner.ts';
import { driftFigures, driftHeadline, PASSED_NEXT } from './removal-sentence.ts';

type Candidate = {
  caseId: string;
  familyName: string;
  givenName: string;
  mrn: string;
  bornDay: Day;
  surgeonName: string;
  zone: string;
  phase: Phase['kind'];
  removal: RemovalStanding;
};

export const REMOVAL_GROUPS = [
  'passed',
  'drifted',
  'overdue',
  'ready',
  'waiting',
  'booked',
  'coming',
] as const;
export type RemovalGroup = (typeof REMOVAL_GROUPS)[number];

export const GROUP_WORDS: Record<RemovalGroup, string> = {
  passed: 'Time has passed',
  drifted: 'No longer fits',
  overdue: 'Overdue',
  ready: 'Ready and unbooked',
  waiting: 'Waiting list',
  booked: 'Booked',
  coming: 'Coming up',
};

/** One case in the list of removals. */
export type RemovalRow = {
  caseId: string;
  name: string;
  mrn: string;
  age: string;
  surgeon: string;
  phase: string;
  group: RemovalGroup;
  groupWords: string;
  isUrgent: boolean;
  window: string;
  /** Two days and no more. */
  isWindowPlain: boolean;
  /** What stands against the removal, in one sentence. */
  blockers: string;
  booking: string | null;
  /** What is wrong with the booking, and what to do about it. */
  amiss: string | null;
};

/** The rows of the list: what goes first first, then by earliest safe date; what has none comes last. `people`: names by id. */
export function removalRows(
  candidates: readonly Candidate[],
  clinicZone: string,
  now: Instant,
  people: Readonly<Record<string, string>>,
): readonly RemovalRow[] {
  const earliest = ({ removal }: Candidate) =>
    removal.window.earliest.kind === 'day' ? removal.window.earliest.day : Number.POSITIVE_INFINITY;
  return [...candidates]
    .sort(
      (a, b) =>
        Number(b.removal.isUrgent) - Number(a.removal.isUrgent) ||
        compare(earliest(a), earliest(b)) ||
        compare(a.familyName, b.familyName) ||
        compare(a.caseId, b.caseId),
    )
    .map((candidate) => row(candidate, clinicZone, now, people));
}

const compare = <Key extends number | string>(a: Key, b: Key) => (a === b ? 0 : a < b ? -1 : 1);

function row(
  candidate: Candidate,
  clinicZone: string,
  now: Instant,
  people: Readonly<Record<string, string>>,
): RemovalRow {
  const { removal, zone } = candidate;
  const { booking, drift } = removal;
  const group = groupOf(candidate, now);
  const plain = removal.window.early ? null : windowDays(removal.window);
  const when = booking && takesTime(booking) ? `: ${placeWords(booking.place, clinicZone)}` : '';
  const why = booking?.status === 'postponed' && booking.reason ? `: ${booking.reason}` : '';
  return {
    caseId: candidate.caseId,
    name: patientName(candidate),
    mrn: candidate.mrn,
    age: formatAge(candidate.bornDay, dayOf(zone, now)),
    surgeon: candidate.surgeonName,
    phase: `${PHASE_WORDS[candidate.phase]}${plain !== null && removal.window.isProjected ? ', window as projected' : ''}`,
    group,
    groupWords: GROUP_WORDS[group],
    isUrgent: removal.isUrgent,
    window: plain ?? windowWords(removal.window, { people, zone }),
    isWindowPlain: plain !== null,
    blockers: inOneSentence(blockerWords(removal.criteria, { people, zone })),
    booking: booking && `${BOOKING_STATUS_WORDS[booking.status]}${when}${why}`,
    amiss:
      group === 'passed'
        ? PASSED_NEXT
        : drift && `${driftHeadline(drift, clinicZone)}; ${driftFigures(drift, zone)}`,
  };
}

function inOneSentence(words: readonly string[]): string {
  const [first = 'nothing', ...others] = words;
  return [first, ...others.map(uncapitalised)].join('; ');
}

/** Names that are capitals throughout stay as they are. */
function uncapitalised(words: string): string {
  return /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

function groupOf({ removal, zone }: Candidate, now: Instant): RemovalGroup {
  const { booking, drift, window } = removal;
  if (booking && hasPassed(booking, (at) => at <= now)) return 'passed';
  if (drift) return 'drifted';
  if (booking && takesTime(booking)) return 'booked';
  if (window.latestDay !== null && now >= startOfDay(zone, window.latestDay + 1)) return 'overdue';
  if (booking?.status === 'postponed') return 'waiting';
  const isReady = window.earliest.kind === 'day' && now >= startOfDay(zone, window.earliest.day);
  return isReady || removal.isUrgent ? 'ready' : 'coming';
}
