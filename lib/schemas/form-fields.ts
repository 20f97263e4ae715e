import { z } from 'zod';
import { dayFromIso, type LocalTime } from '#lib/domain/case-day.ts';
import type { Instant } from '#lib/domain/units.ts';
import { isZone } from '#lib/domain/zone-offset.ts';

// Pages forbid code that is made from text; zod would try it. Every schema for a browser is built after this line.
if (typeof document !== 'undefined') z.config({ jitless: true });

/** A point in time, or a wall-clock reading that becomes one in the zone of the case. */
export type Moment = Instant | LocalTime;

// Control characters but tab and line ends, and halves of a character: nobody sees the former, and the database
// keeps neither.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unkeepable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/u;

// A text of nothing but spaces, accents and marks of direction shows nothing, and nobody could search for it.
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

const absent = (value: unknown) => value === undefined || value === null || value === '';

/** The id of a new or a known thing, a UUID; in lower case. */
export const idField = z.uuid('this id is damaged; open the page again').toLowerCase();

/** A text of at most `most` characters, blanks at its ends removed. */
export function textField(most: number, missing = 'fill this in') {
  return z
    .string(missing)
    .trim()
    .max(most, `write at most ${most} characters`)
    .refine((text) => !unkeepable.test(text), 'remove the characters that cannot be shown')
    .refine((text) => visible.test(text), missing);
}

/** The same, null when left empty. */
export function optionalTextField(most: number) {
  const text = textField(most);
  return z.preprocess((value) => (absent(value) || isBlank(value) ? null : value), text.nullable());
}

const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';

/** `schema`, or null when left empty. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (absent(value) || isBlank(value) ? null : value), schema.nullable());
}

/** A calendar day, `2026-03-12`; the value is an epoch day. */
export const dayField = z.string('give a day, such as 2026-03-12').transform((text, context) => {
  const day = dayFromIso(text.trim());
  const isNear = day !== null && day > dayFromIso1900 && day < dayFromIso2200;
  if (isNear) return day;
  context.addIssue(text.trim() === '' ? 'give the day' : 'there is no such day; write it as 2026-03-12');
  return z.NEVER;
});

const dayFromIso1900 = dayFromIso('1900-01-01') ?? 0;
const dayFromIso2200 = dayFromIso('2200-01-01') ?? 0;

const momentSentence = 'give a day and a time, such as 2026-03-12 08:00';

/**
 * A time: `2026-03-12T08:00` is read on the clock of the case's zone, `2026-03-12T08:00Z` and epoch milliseconds are
 * instants. Whether the clock shows it that day is asked where the zone is known.
 */
export const momentField = z
  .union([z.string(), z.int()], momentSentence)
  .transform((value, context): Moment => {
    const found = typeof value === 'number' ? instantIn(value) : readMoment(value.trim());
    if (found !== null) return found;
    context.addIssue(momentSentence);
    return z.NEVER;
  });

function readMoment(text: string): Moment | null {
  const local = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(text);
  if (!local?.[1])
    return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) ? instantIn(Date.parse(text)) : null;
  const day = dayFromIso(local[1]);
  if (day === null || instantIn(day * 86_400_000) === null) return null;
  return { day, minute: Number(local[2]) * 60 + Number(local[3]) };
}

// Within what the tables keep, in every zone.
const EARLIEST = Date.UTC(1990, 0, 3);
const LATEST = Date.UTC(2199, 11, 29);

function instantIn(at: number): Instant | null {
  return at >= EARLIEST && at <= LATEST ? at : null;
}

/** A whole number from `least` to `most`; `what` names what is counted. */
export function wholeField(least: number, most: number, what: string) {
  const sentence = `give a whole number of ${what} from ${least} to ${most}`;
  return z
    .union(
      [
        z.number(sentence),
        z
          .string()
          .trim()
          .regex(/^[+-]?\d{1,9}$/, sentence)
          .transform(Number),
      ],
      sentence,
    )
    .refine((value) => Number.isSafeInteger(value) && value >= least && value <= most, sentence);
}

/** A decimal that is kept as a whole number of its `perUnit`th parts, such as mm as µm. */
function scaledField(perUnit: number, least: number, most: number, sentence: string) {
  return z
    .union(
      [
        z.number(sentence),
        z
          .string()
          .trim()
          .transform((text) => readDecimal(text)),
      ],
      sentence,
    )
    .transform((value, context) => {
      const whole = Math.round(value * perUnit);
      if (
        Number.isFinite(value) &&
        Math.abs(value * perUnit - whole) < 1e-6 &&
        value >= least &&
        value <= most
      ) {
        return whole === 0 ? 0 : whole;
      }
      context.addIssue(sentence);
      return z.NEVER;
    });
}

function readDecimal(text: string): number {
  return /^[+\-−]?(\d{1,9}([.,]\d{1,9})?|[.,]\d{1,9})$/.test(text)
    ? Number(text.replace(',', '.').replace('−', '-'))
    : Number.NaN;
}

/** Millimetres with up to three decimals, as text or number; the value is in µm. */
export function mmField(least: number, most: number) {
  return scaledField(1000, least, most, `give millimetres from ${least} to ${most}, such as 0.5`);
}

/** A ratio with up to two decimals; the value is in hundredths. */
export function ratioField(least: number, most: number) {
  return scaledField(100, least, most, `give a number from ${least} to ${most}, such as 1.5`);
}

const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 0.25,
  '¾': 0.75,
};
const amountSentence = 'give a number of actuations, such as 1, -0.5 or 1/3';

/** Actuations as people say them: `1`, `-0.5`, `1/3`, `1½`; the value is in hundredths, rounded. */
export const actuationsField = z
  .union([z.number(), z.string()], amountSentence)
  .transform((value, context) => {
    const count = typeof value === 'number' ? value : readAmount(value.trim());
    if (Number.isFinite(count) && Math.abs(count) <= 1_000_000_000) return Math.round(count * 100) || 0;
    context.addIssue(amountSentence);
    return z.NEVER;
  });

function readAmount(text: string): number {
  const match = /^([+\-−]?)(\d{1,9})?(?:\s*([½⅓⅔¼¾])|(?:\s*\/\s*(\d{1,3}))|([.,]\d{1,9}))?$/.exec(text);
  if (!match || (!match[2] && !match[3] && !match[5])) return Number.NaN;
  const sign = match[1] === '-' || match[1] === '−' ? -1 : 1;
  const whole = Number(match[2] ?? 0);
  if (match[4]) return Number(match[4]) === 0 ? Number.NaN : (sign * whole) / Number(match[4]);
  return sign * (whole + (FRACTIONS[match[3] ?? ''] ?? 0) + Number((match[5] ?? '0').replace(',', '.')));
}

/** A tick box: absent is no. */
export const tickField = z.preprocess(
  (value) => value === true || value === 'on' || value === 'true' || value === '1',
  z.boolean(),
);

/** An IANA zone. */
export const zoneField = z
  .string('choose a zone')
  .refine(
    (zone) => /^[A-Z][A-Za-z_]*(\/[A-Za-z0-9_+-]+)*$/.test(zone) && isZone(zone),
    'choose a zone from the list',
  );

/** One of a closed set. */
export function choiceField<const Words extends readonly [string, ...string[]]>(
  words: Words,
  sentence = 'choose one',
) {
  return z.enum(words, sentence);
}
