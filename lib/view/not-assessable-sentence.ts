import type { NotAssessable } from '#lib/domain/deviation/flag.ts';

const ABOUT: Record<NotAssessable['about'], string> = {
  plan: 'Not assessable against a plan',
  'end-of-travel': 'End of travel not assessable',
  'behind-plan': 'Behind or ahead of plan not assessable',
  asymmetry: 'Asymmetry not assessable',
  'wrong-phase': 'Whether it was turned where nothing was planned is not assessable',
  'measured-against-reported': 'Measured against reported not assessable',
  'untrained-turner': 'Who may turn not assessable',
  'stop-rule': 'Stop rule not assessable',
  'under-recall': 'Recall not assessable',
  consolidation: 'End of consolidation not assessable',
};

const REASONS: Record<NotAssessable['reason'], string> = {
  'no-index-operation': 'Turns are reported, but no operation is recorded. Record the index operation',
  'no-protocol': 'There is no protocol yet. Write the first version',
  'device-not-in-protocol':
    'No version of the protocol plans this device. Publish one that does, or record its removal',
  'device-taken-out':
    'It was taken out, and the protocol still plans it. Record the device that was placed instead and its exchange, or publish a version without it',
  'travel-unknown': 'Nobody recorded the travel of this device. Add it to the device',
  'amount-not-sure':
    'It depends on slots in which the family was not sure what was turned. Measure, or ask and correct the report',
  'label-unknown':
    'A recall may be of this device: what it names, model, lot or serial number, is not on record. Add it to the device',
  'no-caregiver': 'Nobody is on record as a caregiver. Add those who turn, and their training',
  'no-stop-rule': 'The version in force names no amount, day or visit at which turning stops. Amend it',
  'consolidation-start-unknown': 'Activation has ended, but no start of consolidation is set. Set it',
};

/** Why a judgement could not be made, and what would make it possible. */
export function notAssessableSentence({ about, reason }: NotAssessable): {
  headline: string;
  figures: string;
} {
  return { headline: ABOUT[about], figures: REASONS[reason] };
}
