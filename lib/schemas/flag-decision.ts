import { z } from 'zod';
import { FLAG_ACTIONS, FLAG_DECISION_KINDS } from '#lib/domain/facts.ts';
import {
  choiceField,
  idField,
  momentField,
  optionalTextField,
  orNull,
  textField,
  wholeField,
} from './form-fields.ts';

const FLAG_LEVELS = ['act-now', 'look-today', 'information'] as const;

/** What is decided about a flag, at the level and extent that were on the screen. */
export const flagDecisionInput = z
  .object({
    id: idField,
    flagKey: textField(200, 'say which flag'),
    kind: choiceField(FLAG_DECISION_KINDS, 'choose what to do').default('acknowledged'),
    level: choiceField(FLAG_LEVELS, 'say at which level'),
    extent: wholeField(1, 1_000_000, 'multiples of the tolerance'),
    /** The last decision that was on the screen; left out, there was none. */
    seenDecisionId: orNull(idField).optional(),
    until: orNull(momentField).optional(),
    action: orNull(choiceField(FLAG_ACTIONS, 'choose what was done')).optional(),
    assigneeId: orNull(idField).optional(),
    note: optionalTextField(1000).transform((note) => note ?? ''),
  })
  .transform(
    ({ seenDecisionId = null, until = null, action = null, assigneeId = null, ...decision }, context) => {
      const { kind } = decision;
      if (kind === 'snoozed' && until === null)
        context.addIssue({ code: 'custom', path: ['until'], message: 'give the day on which it comes back' });
      if (kind === 'resolved' && action === null)
        context.addIssue({ code: 'custom', path: ['action'], message: 'choose what was done' });
      return {
        ...decision,
        seenDecisionId,
        until: kind === 'assigned' || kind === 'reopened' ? null : until,
        action: kind === 'resolved' ? action : null,
        assigneeId: kind === 'assigned' ? assigneeId : null,
      };
    },
  );
export type FlagDecisionInput = z.output<typeof flagDecisionInput>;
