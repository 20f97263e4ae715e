import { z } from 'zod';
import { MOST_CHECKS } from '#lib/domain/theatre/theatre-settings.ts';
import type { Minutes } from '#lib/domain/units.ts';
import {
  dayField,
  idField,
  optionalTextField,
  orNull,
  textField,
  tickField,
  wholeField,
} from './form-fields.ts';

/** A time of day, `07:30`, as a minute of the day. */
const timeField = z.string('give a time, such as 07:30').transform((text, context): Minutes => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  if (match) return Number(match[1]) * 60 + Number(match[2]);
  context.addIssue('give a time, such as 07:30');
  return z.NEVER;
});

/** A time that is not after the other is of the next day. */
const past = (from: Minutes, until: Minutes): Minutes => (until > from ? until : until + 1440);

const weekdayField = wholeField(0, 6, 'the weekday');

/** A room, new or changed: `version` is the one on the screen, 0 for a new one. */
export const saveRoomInput = z
  .object({
    id: idField,
    version: wholeField(0, 1_000_000_000, 'the version'),
    name: textField(60, 'give the room a name'),
    weekdays: z
      .array(weekdayField)
      .min(1, 'choose at least one day')
      .transform((days) => [...new Set(days)].sort()),
    opens: timeField,
    closes: timeField,
    cleaningMin: wholeField(0, 480, 'minutes'),
    retired: tickField,
  })
  .transform(({ opens, closes, ...room }) => ({ ...room, opensMin: opens, closesMin: past(opens, closes) }));
export type SaveRoomInput = z.output<typeof saveRoomInput>;

export const addAnaesthetistInput = z.object({ id: idField, name: textField(120, 'give the name') });
export type AddAnaesthetistInput = z.output<typeof addAnaesthetistInput>;

/** A block of a surgeon in a room; one day alone where first and last day are the same. */
export const addBlockInput = z
  .object({
    id: idField,
    surgeonId: z.uuid('choose a surgeon').toLowerCase(),
    roomId: z.uuid('choose a room').toLowerCase(),
    weekday: weekdayField,
    from: timeField,
    until: timeField,
    firstDay: dayField,
    lastDay: orNull(dayField),
  })
  .transform(({ from, until, ...block }) => ({ ...block, fromMin: from, untilMin: past(from, until) }))
  .superRefine(({ firstDay, lastDay }, context) => {
    if (lastDay !== null && lastDay < firstDay)
      context.addIssue({ code: 'custom', path: ['lastDay'], message: 'this lies before the first day' });
  });
export type AddBlockInput = z.output<typeof addBlockInput>;

/** One day of a block: other hours, or none where both are left empty. */
export const changeBlockDayInput = z
  .object({
    id: idField,
    blockId: idField,
    day: dayField,
    from: orNull(timeField),
    until: orNull(timeField),
    reason: textField(300, 'say why'),
  })
  .superRefine(({ from, until }, context) => {
    if ((from === null) !== (until === null))
      context.addIssue({ code: 'custom', path: ['until'], message: 'give both times, or none' });
  })
  .transform(({ from, until, ...change }) => ({
    ...change,
    minutes: from === null || until === null ? null : { from, until: past(from, until) },
  }));
export type ChangeBlockDayInput = z.output<typeof changeBlockDayInput>;

/** Days away, the last one included; `whoId`: a surgeon or an anaesthetist. */
export const addLeaveInput = z
  .object({
    id: idField,
    whoId: z.uuid('choose who is away').toLowerCase(),
    firstDay: dayField,
    lastDay: dayField,
    note: optionalTextField(300),
  })
  .superRefine(({ firstDay, lastDay }, context) => {
    if (lastDay < firstDay)
      context.addIssue({ code: 'custom', path: ['lastDay'], message: 'this lies before the first day' });
  });
export type AddLeaveInput = z.output<typeof addLeaveInput>;

/** Takes something of the theatre plan away; `what`: which kind of thing it is. */
export const removeFromPlanInput = z.object({
  id: idField,
  what: z.enum(['block', 'leave', 'anaesthetist'], 'say what is to go'),
});
export type RemoveFromPlanInput = z.output<typeof removeFromPlanInput>;

/** The clinic's settings. A check with a `key` is one of before, however it is worded now; null: a new one. */
export const saveTheatreSettingsInput = z.object({
  version: wholeField(0, 1_000_000_000, 'the version'),
  removalMin: wholeField(5, 1440, 'minutes'),
  holdHours: wholeField(1, 720, 'hours'),
  leadHours: wholeField(0, 720, 'hours'),
  namesInCalendars: tickField,
  checks: z
    .array(z.object({ key: orNull(z.string().max(60)), label: textField(120) }))
    .min(1, 'name at least one check')
    .max(MOST_CHECKS, `name at most ${MOST_CHECKS}`)
    .superRefine((lines, context) => {
      for (const [index, { label }] of lines.entries())
        if (lines.findIndex((line) => line.label === label) < index)
          context.addIssue({ code: 'custom', path: [index, 'label'], message: 'this check is in the list' });
    }),
});
export type SaveTheatreSettingsInput = z.output<typeof saveTheatreSettingsInput>;

/** A calendar address: of the person who asks (`own`), or of a room. */
export const calendarFeedInput = z
  .object({ of: z.union([z.literal('own'), idField], 'say whose calendar it is') })
  .transform(({ of }) => ({ roomId: of === 'own' ? null : of }));
