import type { Role } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import type { MriStatus, TurnDirection } from '#lib/domain/device/device.ts';
import type { CourseEvent, OperationKind } from '#lib/domain/facts.ts';
import type { Sex } from '#lib/domain/patient/patient.ts';

export const SEX_WORDS: Record<Sex, string> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
  unknown: 'Not known',
};

export const DIRECTION_WORDS: Record<TurnDirection, string> = {
  'with-arrow': 'With the arrow',
  'against-arrow': 'Against the arrow',
};

export const MRI_WORDS: Record<MriStatus, string> = {
  unknown: 'Not known',
  safe: 'MR safe',
  conditional: 'MR conditional',
  unsafe: 'MR unsafe',
};

export const OPERATION_WORDS: Record<OperationKind, string> = {
  index: 'Index operation',
  removal: 'Removal',
  other: 'Other operation',
};

export const COURSE_WORDS: Record<CourseEvent['kind'], string> = {
  'activation-ended': 'Activation ended',
  'activation-resumed': 'Activation resumed',
  'consolidation-started': 'Consolidation started',
  'stopped-early': 'Stopped early',
  'early-removal-decided': 'Early removal decided',
};

/** The decisions of a list as choices. */
export function decisionChoices(kinds: readonly CourseEvent['kind'][]): Choice[] {
  return kinds.map((value) => ({ value, label: COURSE_WORDS[value] }));
}

/** Why a case ends, as it is stored, in words. */
export const CLOSED_AS_WORDS: Record<string, string> = {
  completed: 'Completed: the devices are out',
  transferred: 'Transferred to another clinic',
  died: 'The child died',
  'entered-in-error': 'Entered in error',
};

export type Choice = { value: string; label: string };

/** The entries of a table of words as choices, in their order. */
export function choicesOf(words: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** People as choices, those with `role` only if one is named. */
export function peopleChoices(
  staff: readonly { id: string; name: string; roles: readonly Role[] }[],
  role: Role | null = null,
): Choice[] {
  return staff
    .filter(({ roles }) => role === null || roles.includes(role))
    .map(({ id, name }) => ({ value: id, label: name }));
}

type Member = { id: string; name: string; roles: readonly Role[] };

/**
 * Those of the clinic who teach families and tell them something, as choices: who may record a contact with one.
 * @param stored Who is on record already stays among them, whatever became of his role; null: nobody is.
 */
export function familyStaffChoices(staff: readonly Member[], stored: string | null = null): Choice[] {
  const speaks = ({ id, roles }: Member) =>
    id === stored || can({ personId: id, clinicId: '', roles }, 'contact.record', { clinicId: '' });
  const choices = peopleChoices(staff.filter(speaks));
  const isMissing = stored !== null && choices.every(({ value }) => value !== stored);
  return isMissing ? [...choices, { value: stored, label: 'Somebody who has left' }] : choices;
}
