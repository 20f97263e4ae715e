import type { z } from 'zod';
import { saidOfTurns } from './complication.ts';
import { controlText } from './form-moment.ts';

/** What the form of a decision about the turns says so far, or which controls still say nothing that can be shown. */
export type TurnPreviewInput =
  | { kind: 'undecided' }
  | { kind: 'incomplete'; controls: readonly string[] }
  | { kind: 'read'; said: z.output<typeof saidOfTurns> };

/** Reads the part of a form that is about the turns, for its preview. */
export function readTurnDecision(form: FormData): TurnPreviewInput {
  const course = controlText(form, 'course');
  if (course === '') return { kind: 'undecided' };
  const read = saidOfTurns.safeParse({
    course,
    turnDevices: form.getAll('turnDevices'),
    perSession: controlText(form, 'perSession'),
  });
  if (read.success) return { kind: 'read', said: read.data };
  const controls = read.error.issues.map(({ path }) => String(path[0]));
  return { kind: 'incomplete', controls: [...new Set(controls)] };
}
