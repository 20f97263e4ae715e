import { z } from 'zod';
import { AMENDMENT_KINDS, AMENDMENT_REASONS } from '#lib/domain/protocol/amendment.ts';
import {
  actuationsField,
  choiceField,
  dayField,
  idField,
  mmField,
  momentField,
  optionalTextField,
  orNull,
  ratioField,
  textField,
  wholeField,
} from './form-fields.ts';

/** How long the bone consolidates: the rule and its value. */
export const consolidationField = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('fixed-days'), days: wholeField(0, 10_000, 'days') }),
    z.object({ kind: z.literal('multiple-of-activation'), ratioHundredths: ratioField(0, 100) }),
    z.object({ kind: z.literal('days-per-cm'), days: wholeField(0, 10_000, 'days') }),
    z.object({ kind: z.literal('imaging-decides') }),
  ],
  'choose the rule',
);

/** A time of day, as `08:00`; the value is the minute of the day. */
export const clockField = z
  .union([z.int().min(0).max(1439), z.string().trim()], 'give a time, such as 08:00')
  .transform((value, context) => {
    if (typeof value === 'number') return value;
    const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(value);
    if (match) return Number(match[1]) * 60 + Number(match[2]);
    context.addIssue('give a time from 00:00 to 23:59, such as 08:00');
    return z.NEVER;
  });

/** What a clinic tolerates before it wants to know. */
export const tolerancesField = z.object({
  graceMin: wholeField(0, 10_080, 'minutes'),
  missedSlots: wholeField(1, 1000, 'sessions'),
  silenceMin: wholeField(1, 100_000, 'minutes'),
  behindUm: mmField(0, 200),
  aheadUm: mmField(0, 200),
  asymmetryUm: mmField(0, 200),
  measuredUm: mmField(0, 200),
  measuredPermille: wholeField(0, 1000, 'parts of a thousand'),
  travelNoticeDays: wholeField(0, 1000, 'days'),
  eventDays: wholeField(0, 1000, 'days'),
});

const MOST_PER_SESSION_CENTI = 10_000;

const sessionAmount = actuationsField.refine(
  (centi) => Math.abs(centi) <= MOST_PER_SESSION_CENTI,
  'give at most 100 actuations a session',
);

const devicePlan = z.object({
  deviceId: idField,
  /** One signed amount per session; 0 is a hold. */
  perSession: z.array(sessionAmount).min(1).max(24),
  targetUm: orNull(mmField(-200, 200)),
});

/**
 * A version of the protocol. `seenVersion` is the latest that its author saw, 0 for the first: if another came in
 * between, the answer is `stale` with both. `drafted`: the version that it was drafted from; empty: not said.
 */
export const publishProtocolInput = z.object({
  id: idField,
  seenVersion: wholeField(0, 100_000, 'the version'),
  drafted: orNull(wholeField(1, 100_000, 'the version')).optional(),
  kind: choiceField(AMENDMENT_KINDS, 'choose what is amended'),
  fromDay: dayField,
  fromSlot: wholeField(1, 24, 'the session'),
  latencyDays: orNull(wholeField(0, 1000, 'days')),
  sessions: z
    .array(clockField, 'give the times of the sessions')
    .min(1, 'give at least one session')
    .max(24, 'give at most 24 sessions'),
  devices: z.array(devicePlan, 'give the amounts of each device').min(1, 'name at least one device').max(50),
  lastDay: orNull(dayField),
  stopVisitDay: orNull(dayField),
  minIntervalMin: wholeField(0, 10_080, 'minutes'),
  tolerances: tolerancesField,
  missedTurnRule: z.object({ en: textField(1000), es: textField(1000) }),
  contactDays: wholeField(1, 1000, 'days'),
  consolidation: consolidationField,
  reasonCode: choiceField(AMENDMENT_REASONS, 'choose the reason'),
  reason: textField(1000, 'say why: the first version, or what changed'),
  toldAt: orNull(momentField),
  /** Who told the family; null: whoever writes it. */
  toldById: orNull(idField),
});
export type PublishProtocolInput = z.output<typeof publishProtocolInput>;

/** When the family was told of a version. */
export const tellProtocolInput = z.object({
  version: wholeField(1, 100_000, 'the version'),
  toldAt: momentField,
  toldById: orNull(idField),
});
export type TellProtocolInput = z.output<typeof tellProtocolInput>;

/** What a surgeon says of a version that waits for his signature; to decline it, he says why. */
export const reviewProtocolInput = z
  .object({
    id: idField,
    version: wholeField(1, 100_000, 'the version'),
    decision: choiceField(['co-signed', 'declined'], 'choose whether you co-sign it'),
    note: optionalTextField(1000),
  })
  .superRefine(({ decision, note }, context) => {
    if (decision === 'declined' && note === null)
      context.addIssue({ code: 'custom', path: ['note'], message: 'say why you decline it' });
  });
export type ReviewProtocolInput = z.output<typeof reviewProtocolInput>;
