import type { RuleEvidence } from '#lib/domain/deviation/registry.ts';
import type { Encounter } from '#lib/domain/deviation/rules/contact-overdue.ts';
import type { UntrainedTurnerEvidence } from '#lib/domain/deviation/rules/untrained-turner.ts';
import { SIGN_WORDS } from './complication-words.ts';
import { formatActuationCount, formatActuations } from './format-amount.ts';
import { counted, formatDay, formatInstant } from './format-date.ts';
import { slotWords } from './slot-words.ts';

/** What the rules find about the family and how it turns, not about distances. */
export type FamilyEvidence = Extract<
  RuleEvidence,
  {
    rule:
      | 'stiffness'
      | 'sudden-ease'
      | 'warning-sign'
      | 'contact-overdue'
      | 'family-not-told'
      | 'untrained-turner'
      | 'possible-duplicate'
      | 'clock-not-believable'
      | 'stop-rule-reached';
  }
>;

/** In what clinic and family met. */
export const ENCOUNTER_WORDS: Record<Encounter, string> = {
  contact: 'a contact',
  report: 'a report that was taken by telephone or in clinic',
  told: 'to tell them of a protocol version',
  measurement: 'a measurement',
  training: 'the training',
  operation: 'the operation',
};

const UNTRAINED: Record<UntrainedTurnerEvidence['why'], string> = {
  'taught-later': 'On record as a caregiver, taught only after the turn',
  'not-taught': 'On record as a caregiver, not as taught',
  'not-on-record': 'Not on record as a caregiver',
};

/** Headline and figures of such a finding. */
export function familySentence(
  evidence: FamilyEvidence,
  zone: string,
): { headline: string; figures: string } {
  switch (evidence.rule) {
    case 'stiffness':
      return {
        headline: `Stiff to turn since ${slotWords(evidence.slot)}`,
        figures: `${counted(evidence.turns, 'stiff turn')}; stands until a turn of normal resistance is reported or the device is measured`,
      };
    case 'sudden-ease':
      return {
        headline: `Turned with sudden ease on ${slotWords(evidence.slot)}`,
        figures: `${counted(evidence.turns, 'such turn')}; stands until the device is measured`,
      };
    case 'warning-sign': {
      const { sign, firstAt, times, from } = evidence;
      const told = from === 'report' ? 'with a turn' : 'in a contact';
      return {
        headline: `Warning sign: ${SIGN_WORDS[sign].charAt(0).toLowerCase()}${SIGN_WORDS[sign].slice(1)}`,
        figures: `Told ${told} on ${formatInstant(firstAt, zone)}, ${times === 1 ? 'once' : `${times} times`}; stands until a later contact finds it no more or a complication names it`,
      };
    }
    case 'contact-overdue': {
      const { sinceAt, encounter, contactDays } = evidence;
      return {
        headline: `No contact with the family since ${formatInstant(sinceAt, zone)}`,
        figures: `The last was ${ENCOUNTER_WORDS[encounter]}; the protocol asks for one every ${counted(contactDays, 'day')}`,
      };
    }
    case 'family-not-told': {
      const { version, beginsAt, hasBegun } = evidence;
      return {
        headline: hasBegun
          ? `Family not told of protocol version ${version}, which holds already`
          : `Family not yet told of protocol version ${version}`,
        figures: `It ${hasBegun ? 'began' : 'begins'} ${formatInstant(beginsAt, zone)}`,
      };
    }
    case 'untrained-turner': {
      const { name, slot, why } = evidence;
      return {
        headline: `Turned by somebody who was not taught: ${name}`,
        figures: `${UNTRAINED[why]}; last turned so ${slotWords(slot)}`,
      };
    }
    case 'possible-duplicate': {
      const { slot, by, plannedCenti, reportedCenti } = evidence;
      return {
        headline: `Perhaps one turn told twice on ${slotWords(slot)}`,
        figures: `${by.join(' and ')}: together ${formatActuationCount(reportedCenti)} of ${formatActuations(plannedCenti)} planned; ask, and withdraw one if it was the same turn`,
      };
    }
    case 'clock-not-believable': {
      const { slot, slotAt, doneAt } = evidence;
      return {
        headline: `The time of a turn cannot be right: ${slotWords(slot)}`,
        figures: `Said to be done ${formatInstant(doneAt, zone)}, a day or more from its slot at ${formatInstant(slotAt, zone)}`,
      };
    }
    case 'stop-rule-reached': {
      const { version, by, lastDay } = evidence;
      const rule = by === 'amount' || lastDay === null ? 'its amount' : `its last day, ${formatDay(lastDay)}`;
      return {
        headline: 'The stop rule is reached, and activation goes on',
        figures: `Version ${version} stops at ${rule}; end activation, or amend the protocol`,
      };
    }
  }
}
