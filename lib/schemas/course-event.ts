import { z } from 'zod';
import { COURSE_EVENT_KINDS } from '#lib/domain/facts.ts';
import { AMENDMENT_REASONS } from '#lib/domain/protocol/amendment.ts';
import { choiceField, dayField, idField, momentField, orNull, textField, tickField } from './form-fields.ts';

/**
 * A decision that moves the case on, or the correction of one (`correctsId`; `retracted` when it was not taken).
 * `consolidation-started` is given as a day, the others as a time.
 */
export const courseEventInput = z
  .object({
    id: idField,
    kind: choiceField(COURSE_EVENT_KINDS, 'choose what was decided'),
    day: orNull(dayField),
    at: orNull(momentField),
    reasonCode: choiceField(AMENDMENT_REASONS, 'choose the reason'),
    reason: textField(1000, 'say why'),
    toldAt: orNull(momentField),
    /** Who told the family; null: whoever records it. */
    toldById: orNull(idField),
    correctsId: orNull(idField),
    retracted: tickField,
    /** The decision recorded last that was on the screen, null: none; left out where nobody looked at one. */
    seenEventId: orNull(idField).optional(),
  })
  .superRefine(({ kind, day, at, correctsId, retracted }, context) => {
    const needsDay = kind === 'consolidation-started';
    if (needsDay && day === null)
      context.addIssue({ code: 'custom', path: ['day'], message: 'give the day' });
    if (!needsDay && at === null)
      context.addIssue({ code: 'custom', path: ['at'], message: 'give the day and time' });
    if (retracted && correctsId === null) {
      context.addIssue({ code: 'custom', path: ['correctsId'], message: 'say which decision is withdrawn' });
    }
  });
export type CourseEventInput = z.output<typeof courseEventInput>;

/** When the family was told of a decision about the course. */
export const tellDecisionInput = z.object({
  eventId: idField,
  toldAt: momentField,
  toldById: orNull(idField),
});
export type TellDecisionInput = z.output<typeof tellDecisionInput>;
