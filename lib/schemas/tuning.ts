import { z } from 'zod';
import { idField, orNull, wholeField } from './form-fields.ts';
import { tolerancesField } from './protocol.ts';
import { readTolerances, scaled } from './protocol-form.ts';

const tuningQuery = z.object({
  after: orNull(idField),
  other: z.object({
    tolerances: tolerancesField,
    minIntervalMin: wholeField(0, 10_080, 'minutes'),
    contactDays: wholeField(1, 1000, 'days'),
    overdueRemovalDays: wholeField(0, 3650, 'days'),
  }),
});

/** The query of an address, the defaults of the clinic in place of what it leaves out; null: it asks for nothing. */
export function askedTuning(
  address: Readonly<Record<string, string | string[] | undefined>>,
  defaults: Readonly<Record<string, string>>,
): URLSearchParams | null {
  const asked = Object.entries(address).flatMap(([name, value]) =>
    typeof value === 'string' && name in defaults ? [[name, value] as const] : [],
  );
  return asked.length === 0 ? null : new URLSearchParams({ ...defaults, ...Object.fromEntries(asked) });
}

/** Reads the other defaults that are tried, under the names of their controls, and where to go on. */
export function readTuningQuery(query: URLSearchParams) {
  const text = (name: string) => query.get(name)?.trim() ?? '';
  return tuningQuery.safeParse({
    after: text('after'),
    other: {
      tolerances: readTolerances(text),
      minIntervalMin: scaled(text('minIntervalMin'), 60),
      contactDays: text('contactDays'),
      overdueRemovalDays: text('overdueRemovalDays'),
    },
  });
}
