import { refresh } from 'next/cache';
import type { Instant } from '#lib/domain/units.ts';
import { isZone } from '#lib/domain/zone-offset.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { formatInstant } from '#lib/view/format-date.ts';
import { typedValues } from './typed-values.ts';

type Versions = {
  /** Field name → value in words: what was typed, and what somebody else saved first. */
  mine: Record<string, string>;
  theirs: Record<string, string>;
  last: { by: string; at: Instant } | null;
  /** Zone in which the time of that is said. */
  zone: string;
  /** What yours would change of theirs, in sentences. */
  difference?: readonly string[];
  /** What saving again does. */
  again?: string;
};

const REPLACES = 'Compare both, change what should stand, and save again to replace theirs.';

/**
 * Somebody else saved the same thing first: both versions, with what was typed still in the form. The page is
 * rendered anew, so its form then carries the version of theirs, and saving again is a choice made with both in sight.
 */
export function refuseStale(
  form: FormData,
  { mine, theirs, last, zone, difference = [], again = REPLACES }: Versions,
): FormState {
  refresh();
  return {
    status: 'refused',
    message: `Somebody else saved this first. Nothing of yours was saved; it is still in the form. ${again}`,
    fields: {},
    values: typedValues(form),
    conflict: {
      mine,
      theirs,
      by: last?.by ?? 'somebody else',
      at: last === null ? 'a moment ago' : formatInstant(last.at, zone),
      difference,
    },
  };
}

/** The zone in which the page showed its times, as its form says; the clinic's when it says none. */
export function shownZone(form: FormData, clinicZone: string): string {
  const zone = form.get('shownZone');
  return typeof zone === 'string' && isZone(zone) ? zone : clinicZone;
}
