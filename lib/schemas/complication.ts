import { z } from 'zod';
import {
  CLAVIEN_DINDO,
  COMPLICATION_KINDS,
  COURSES_OF_ACTION,
  DETECTED_BY,
  DEVICE_FAILURES,
  SEVERITIES,
  SIGNS,
} from '#lib/domain/complication/complication.ts';
import {
  actuationsField,
  choiceField,
  dayField,
  idField,
  optionalTextField,
  orNull,
  textField,
  tickField,
} from './form-fields.ts';

/** What is said of a complication itself. */
export const complicationFields = {
  kind: choiceField(COMPLICATION_KINDS, 'choose what it is'),
  failure: orNull(choiceField(DEVICE_FAILURES, 'choose what failed')),
  deviceId: orNull(idField),
  onsetDay: dayField,
  detectedBy: choiceField(DETECTED_BY, 'choose who saw it'),
  signs: z.array(choiceField(SIGNS, 'choose signs from the list')).max(SIGNS.length).default([]),
  note: optionalTextField(2000),
};

/** Both grades, each null where nobody gave it. */
export const gradeFields = {
  clavienDindo: orNull(choiceField(CLAVIEN_DINDO, 'choose a grade from the list')),
  severity: orNull(choiceField(SEVERITIES, 'choose a severity from the list')),
};

const courseField = choiceField(COURSES_OF_ACTION, 'choose what happens to the turns');

/** Of which devices, by how much where it is slower or back, and why. */
const decisionFields = {
  turnDevices: z.array(idField).max(50).default([]),
  perSession: orNull(actuationsField),
  courseReason: optionalTextField(1000),
};

type Decision = { course: string | null; perSession: number | null; courseReason: string | null };

function checkAmount({ course, perSession }: Omit<Decision, 'courseReason'>, context: z.RefinementCtx): void {
  const issue = (message: string) => context.addIssue({ code: 'custom', path: ['perSession'], message });
  const isMeasured = course === 'slow' || course === 'reverse';
  if (isMeasured && perSession === null) issue('say how many actuations a session');
  if (isMeasured && perSession !== null && (perSession <= 0 || perSession > 10_000)) {
    issue('give more than 0 and at most 100 actuations; back is said by the choice');
  }
  if (!isMeasured && perSession !== null) issue('only slower turns and a reversal have an amount');
}

function checkDecision(decision: Decision, context: z.RefinementCtx): void {
  const { course, courseReason } = decision;
  checkAmount(decision, context);
  if (course !== null && course !== 'continue' && courseReason === null) {
    context.addIssue({ code: 'custom', path: ['courseReason'], message: 'say why' });
  }
}

/** What a decision does to the turns, for its preview: why it is made may still be missing. */
export const saidOfTurns = z
  .object({
    course: courseField,
    turnDevices: decisionFields.turnDevices,
    perSession: decisionFields.perSession,
  })
  .superRefine(checkAmount);

type Said = { kind: string; failure: string | null; deviceId: string | null };

/** A failed device is named with what failed of it; nothing else has a failure. */
export function checkFailure({ kind, failure, deviceId }: Said, context: z.RefinementCtx): void {
  const issue = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  if (kind === 'device-failure' && failure === null) issue('failure', 'choose what failed');
  if (kind === 'device-failure' && deviceId === null) issue('deviceId', 'choose the device that failed');
  if (kind !== 'device-failure' && failure !== null) issue('failure', 'this belongs to a device failure');
}

/** A complication that was not on record, with the grades, the treatment and the decision that are known already. */
export const recordComplicationInput = z
  .object({
    id: idField,
    ...complicationFields,
    ...gradeFields,
    done: optionalTextField(2000),
    /** Null: nothing was decided about the turns. */
    course: orNull(courseField),
    ...decisionFields,
  })
  .superRefine(checkFailure)
  .superRefine(checkDecision);
export type RecordComplicationInput = z.output<typeof recordComplicationInput>;

/** What is decided about the turns because of a complication on record. */
export const decideComplicationInput = z
  .object({ id: idField, complicationId: idField, course: courseField, ...decisionFields })
  .superRefine(checkDecision);
export type DecideComplicationInput = z.output<typeof decideComplicationInput>;
export type TurnDecisionInput = Omit<DecideComplicationInput, 'id' | 'complicationId'>;

/** What a complication should have said, with why; `retracted` when it never was. */
export const correctComplicationInput = z
  .object({
    id: idField,
    /** The row on record that this one takes the place of. */
    correctsId: idField,
    ...complicationFields,
    reason: textField(1000, 'say why'),
    retracted: tickField,
  })
  .superRefine(checkFailure);
export type CorrectComplicationInput = z.output<typeof correctComplicationInput>;

const STEP_KINDS = ['graded', 'done', 'resolved', 'reopened'] as const;

/** What became of a complication on a day, or the withdrawal of such an entry. */
export const complicationStepInput = z
  .object({
    id: idField,
    complicationId: idField,
    kind: choiceField(STEP_KINDS, 'choose what to record'),
    onDay: dayField,
    ...gradeFields,
    note: optionalTextField(2000),
    correctsId: orNull(idField),
    retracted: tickField,
  })
  .superRefine(({ kind, clavienDindo, severity, note, correctsId, retracted }, context) => {
    const isGraded = clavienDindo !== null || severity !== null;
    const issue = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (retracted && correctsId === null) issue('correctsId', 'say which entry is withdrawn');
    if (retracted) return;
    if (kind === 'graded' && !isGraded) issue('clavienDindo', 'give one of the two grades');
    if (kind !== 'graded' && isGraded) issue('clavienDindo', 'only a grading has a grade');
    if (kind === 'done' && note === null) issue('note', 'say what was done');
  });
export type ComplicationStepInput = z.output<typeof complicationStepInput>;
