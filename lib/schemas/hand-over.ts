import { z } from 'zod';

// Epoch milliseconds, as the page of the hand-over says them: more digits than a whole number that people type.
const instantField = z
  .string('open the page again')
  .regex(/^\d{12,14}$/, 'open the page again')
  .transform(Number);

/** Up to when a person has seen what changed. */
export const handOverMarkInput = z.object({ seenUntil: instantField });
