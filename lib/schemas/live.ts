import { z } from 'zod';

/** A place in the order of changes, as the server gave it; anything else counts as none. */
export const changePlace = z
  .string()
  .regex(/^\d{1,18}$/)
  .nullable()
  .catch(null);

/** The cases of which a page of the worklist shows lines, by id, separated by commas; null: it shows no worklist. */
export const worklistLines = z
  .string()
  .transform((text) => (text === '' ? [] : text.split(',')))
  .pipe(z.array(z.uuid('give ids of cases, separated by commas')).max(50, 'give at most 50 ids'))
  .nullable();

/** An instant in epoch milliseconds. */
export const newsSince = z
  .string()
  .regex(/^\d{1,15}$/, 'give milliseconds since 1970')
  .transform(Number);
