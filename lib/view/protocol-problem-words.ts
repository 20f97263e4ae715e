import type { ProtocolProblem } from '#lib/domain/protocol/validate.ts';
import { formatMm } from './format-amount.ts';
import { formatDay, formatDuration } from './format-date.ts';
import { bandWords } from './plan-words.ts';

/** What speaks against a version, at the control of the form where it can be put right. `rows`: the session rows in use. */
export function protocolProblemWords(
  problem: ProtocolProblem,
  rows: readonly number[],
): { control: string; sentence: string } {
  const first = rows[0] ?? 1;
  switch (problem.kind) {
    case 'version-not-next':
      return {
        control: 'reason',
        sentence: `The next version is v${problem.expected}: open the page again.`,
      };
    case 'no-sessions':
      return { control: `time.${first}`, sentence: 'Give the time of at least one session.' };
    case 'sessions-not-ascending':
      return {
        control: `time.${first}`,
        sentence: 'The sessions of a day go from early to late, each later than the one before. Sort them.',
      };
    case 'first-slot-unknown':
      return {
        control: 'fromSlot',
        sentence: `The day has ${rows.length} sessions: start with one of them.`,
      };
    case 'seam-overlaps':
      return {
        control: 'fromSlot',
        sentence:
          'On that day the slots before the change and after it would cross. Start with another slot, or on another day.',
      };
    case 'before-operation':
      return {
        control: 'fromDay',
        sentence: `The operation ended on ${formatDay(problem.operatedDay)}: start on that day or later.`,
      };
    case 'no-index-operation':
      return { control: 'fromDay', sentence: 'No index operation is recorded yet. Record it first.' };
    case 'too-long-ago':
      return {
        control: 'fromDay',
        sentence: `This is too long ago: the earliest day is ${formatDay(problem.earliestDay)}. Check the year.`,
      };
    case 'ends-before-it-begins':
      return {
        control: problem.field,
        sentence: 'This is before the start. Give a later day, or leave it empty.',
      };
    case 'no-devices':
    case 'device-unknown':
    case 'device-twice':
      return {
        control: `amount.${problem.deviceId ?? ''}.${first}`,
        sentence: 'The devices of the case have changed. Open the page again.',
      };
    case 'amounts-do-not-match-sessions':
      return {
        control: `amount.${problem.deviceId}.${first}`,
        sentence: 'Write one amount for each session.',
      };
    case 'sessions-closer-than-interval':
      return {
        control: 'minIntervalMin',
        sentence: `Two sessions are only ${formatDuration(problem.closestMin)} apart, the night included. Give a shorter interval, or move the sessions.`,
      };
    case 'target-past-travel':
      return {
        control: `target.${problem.deviceId}`,
        sentence: `At this target it is ${formatMm(problem.openingAtTargetUm)} open; its travel ends at ${formatMm(problem.travelUm)}.`,
      };
    case 'outside-band':
      return {
        control: `amount.${problem.deviceId}.${first}`,
        sentence: `${formatMm(problem.umPerDay)} a day is outside the clinic\u2019s band of ${bandWords(problem.band)}.`,
      };
    case 'reversal':
      return {
        control: `amount.${problem.deviceId}.${first}`,
        sentence: 'This device would be turned back.',
      };
    case 'device-left-out':
      return {
        control: `amount.${problem.deviceId}.${first}`,
        sentence: 'This device is in place and not planned. Write 0 to hold it.',
      };
  }
}
