import { z } from 'zod';
import { SITES, type Site } from '#lib/domain/facts.ts';
import type { ClinicDefaults } from '#lib/domain/protocol/clinic-defaults.ts';
import { closestSessions, type RateBand } from '#lib/domain/protocol/validate.ts';
import { mmField, optionalTextField, orNull, textField, wholeField } from './form-fields.ts';
import { clockField, consolidationField, tolerancesField } from './protocol.ts';

const rate = orNull(mmField(0, 20));

/** The rates of a site that need no second signature: both, or neither for a site without a band of its own. */
const bandField = z
  .object({ least: rate, most: rate })
  .superRefine(({ least, most }, context) => {
    const issue = (path: 'least' | 'most', message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if ((least === null) !== (most === null)) {
      issue(least === null ? 'least' : 'most', 'give both ends of the band, or neither');
    } else if (least !== null && most !== null && least > most) {
      issue('most', 'give a fastest rate that is not below the slowest');
    }
  })
  .transform(({ least, most }): RateBand | null =>
    least === null || most === null ? null : { leastUmPerDay: least, mostUmPerDay: most },
  );

const bandsField = z
  .record(z.enum(SITES), bandField)
  .transform((bands): ClinicDefaults['bands'] =>
    Object.fromEntries(Object.entries(bands).filter((entry): entry is [Site, RateBand] => entry[1] !== null)),
  );

/** What an administrator sets for the clinic; `version` is the one that was on the screen. */
export const clinicSettingsInput = z
  .object({
    version: wholeField(1, 1_000_000_000, 'the version'),
    phone: optionalTextField(60),
    defaults: z.object({
      tolerances: tolerancesField,
      minIntervalMin: wholeField(0, 10_080, 'minutes'),
      contactDays: wholeField(1, 1000, 'days'),
      latencyDays: wholeField(0, 365, 'days'),
      sessions: z
        .array(clockField)
        .min(1, 'give at least one time, such as 08:00')
        .max(24, 'give at most 24 times'),
      consolidation: consolidationField,
      missedTurnRule: z.object({ en: textField(1000), es: textField(1000) }),
      bands: bandsField,
      overdueRemovalDays: wholeField(0, 3650, 'days'),
      cosignHours: wholeField(1, 1000, 'hours'),
      retroactiveHours: wholeField(0, 10_000, 'hours'),
    }),
  })
  .superRefine(({ defaults: { sessions, minIntervalMin } }, context) => {
    const issue = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const isAscending = sessions.every((minute, index) => index === 0 || minute > (sessions[index - 1] ?? 0));
    if (!isAscending) issue(['defaults', 'sessions'], 'give each time once, the earliest first');
    const closest = isAscending ? closestSessions(sessions) : null;
    if (closest !== null && closest < minIntervalMin) {
      issue(['defaults', 'sessions'], 'leave the shortest time between two turns between each and the next');
    }
  });
