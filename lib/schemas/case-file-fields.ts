import { z } from 'zod';
import { isZone } from '#lib/domain/zone-offset.ts';
import { caseFileDay } from './case-file-moment.ts';

const LARGEST_MM = 1000;

/** Millimetres with up to three decimals; the value becomes whole micrometres, exactly. */
export const millimetres = z
  .number('write a number of millimetres, such as 0.5')
  .min(-LARGEST_MM, `write at least -${LARGEST_MM} mm`)
  .max(LARGEST_MM, `write at most ${LARGEST_MM} mm`)
  .transform((mm, context) =>
    scaled(mm, 1000, 'a micrometre is the finest step: write at most three decimals', context),
  );

/** Millimetres that cannot be negative. */
export const lengthMm = millimetres.refine((um) => um >= 0, 'a length cannot be negative');

/** Millimetres above zero. */
export const positiveMm = millimetres.refine((um) => um > 0, 'write a length above 0');

/** Actuations, signed, with up to two decimals; the value becomes whole hundredths. */
export const actuations = z
  .number('write a number of actuations, such as 1 or -0.5')
  .min(-1000, 'write at least -1000 actuations')
  .max(1000, 'write at most 1000 actuations')
  .transform((count, context) =>
    scaled(count, 100, 'hundredths are the finest step: write at most two decimals', context),
  );

/** A calendar day, `2026-03-12`. */
export const day = z.string('write a day, such as "2026-03-12"').transform((text, context) => {
  const found = caseFileDay(text);
  if (found.ok) return found.value;
  context.addIssue(found.reason);
  return z.NEVER;
});

/** A time of the local day, `08:00`; the value is its minute. */
export const clockTime = z.string('write a time, such as "08:00"').transform((text, context) => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match) return Number(match[1]) * 60 + Number(match[2]);
  context.addIssue('write a time from 00:00 to 23:59 with two digits each, such as "08:00"');
  return z.NEVER;
});

/** An instant still as text: the case's zone is needed to read it. */
export const moment = z
  .string('write a time, such as "2026-03-12 08:00"')
  .max(60, 'write a time, such as "2026-03-12 08:00"');

export const zone = z
  .string('write the zone of the family, such as "Europe/Zurich"')
  .refine(isZone, 'this zone is not known; write an IANA name, such as "Europe/Zurich"');

export const text = z.string('write a text').max(2000, 'write at most 2000 characters');
export const name = z
  .string('write a name')
  .trim()
  .min(1, 'write a name')
  .max(100, 'write at most 100 characters');

/** A whole number within bounds; `what` ends the sentence that refuses another. */
export function whole(least: number, most: number, what: string) {
  const sentence = `write a whole number of ${what} from ${least} to ${most}`;
  return z.int(sentence).min(least, sentence).max(most, sentence);
}

/** One of a closed set of words, which the refusal lists. */
export function word<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, `write one of ${words.map((entry) => `"${entry}"`).join(', ')}`);
}

/** A list within a bound. */
export function list<Item extends z.ZodType>(item: Item, most: number) {
  return z.array(item, 'write a list, such as [ … ]').max(most, `write at most ${most} entries`);
}

function scaled(value: number, factor: number, sentence: string, context: z.RefinementCtx): number {
  const whole = Math.round(value * factor);
  if (Math.abs(value * factor - whole) < 1e-6) return whole === 0 ? 0 : whole;
  context.addIssue(sentence);
  return z.NEVER;
}
