import type { AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import type { VersionProblem } from '#lib/domain/protocol/judge-version.ts';
import { AMENDMENT_WORDS } from './amendment-words.ts';
import { PHASE_WORDS } from './case-words.ts';
import { formatMm } from './format-amount.ts';
import { formatDay, formatDuration, formatMinute } from './format-date.ts';
import { slotWords } from './later-words.ts';
import { bandWords } from './plan-words.ts';

/** What speaks against a version, at the control of the form where it can be put right. `rows`: the session rows in use. */
export function protocolProblemWords(
  problem: VersionProblem,
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
    case 'more-than-signed':
      return {
        control: `amount.${problem.deviceId}.${first}`,
        sentence: `v${problem.signed.version} is signed to turn this device by less from ${slotWords(problem.signed)} on, and cannot be followed beside this.`,
      };
    case 'not-in-phase':
      return {
        control: 'fromDay',
        sentence: `${AMENDMENT_WORDS[problem.amendment]} is not possible in this phase: ${PHASE_WORDS[problem.phase].toLowerCase()}. Record the decision about the course first.`,
      };
    case 'not-such-amendment':
      return { control: `time.${first}`, sentence: NOT_SUCH[problem.amendment] };
    case 'before-exchange':
      return {
        control: 'fromDay',
        sentence: `The new device was placed on ${formatDay(problem.placed.day)} at ${formatMinute(problem.placed.minute)}: start with a session after that.`,
      };
    case 'nothing-planned-yet':
      return {
        control: 'fromDay',
        sentence: `Nothing is planned before ${slotWords(problem.base)}: start with that slot or a later one.`,
      };
    case 'other-base': {
      const { base, drafted } = problem;
      return {
        control: 'fromDay',
        sentence: `At this start v${base.version} is in force, since ${slotWords(base)}, and what you write starts from v${drafted}. Choose v${base.version} under \u201cWhat is amended\u201d, or another start.`,
      };
    }
    case 'before-retroactive-limit':
      return {
        control: 'fromDay',
        sentence: `A version may begin at most ${problem.hours} hours before it is written (setting of the clinic). Give a later start.`,
      };
    case 'retroactive':
      return {
        control: 'fromDay',
        sentence: 'This begins before now: sessions that are past are judged anew.',
      };
    case 'seam-closer-than-interval':
      return {
        control: 'fromSlot',
        sentence: `The last turn before the change and the first after it would be only ${formatDuration(problem.closestMin)} apart. Start with a later slot, or give a shorter interval.`,
      };
    case 'reversal-unbounded':
      return {
        control: `target.${problem.deviceId}`,
        sentence: 'Say where the reversal stops: the expansion to go back to, or a last day.',
      };
    case 'reversal-past-advance':
      return {
        control: `amount.${problem.deviceId}.${first}`,
        sentence: `This goes back ${formatMm(problem.backUm)}, but only ${formatMm(problem.advancedUm)} was advanced.`,
      };
    case 'device-left-out':
      return {
        control: `amount.${problem.deviceId}.${first}`,
        sentence: 'This device is in place and not planned. Write 0 to hold it.',
      };
  }
}

const NOT_SUCH: Record<AmendmentKind, string> = {
  first: 'There is a protocol already: open the page again.',
  change: 'Nothing is changed.',
  hold: 'No device is newly held: write 0 in each session of the device to hold.',
  resume: 'No device that was held is turned again: write its amounts.',
  reverse: 'No device is turned back: write negative amounts.',
  exchange:
    'An exchange is recorded under Devices first: the operation that took a device out, and the one placed instead.',
};
