import type { Instant } from '#lib/domain/units.ts';
import type { Action } from './can.ts';

/** Whether and how a case has ended. */
export type Closing = { closedAt: Instant | null; closedAs: string | null };

/** What the years of follow-up bring, and the correction of an operation, its report included (no new one, which the operations refuse). */
const IN_FOLLOW_UP: ReadonlySet<Action> = new Set<Action>([
  'measurement.record',
  'complication.record',
  'contact.record',
  'photograph.record',
  'operation.record',
]);

/** Whether a case takes such a write: an open one every one, a completed one those of follow-up, another closed one none. */
export function takesWrite({ closedAt, closedAs }: Closing, action: Action): boolean {
  return closedAt === null || (closedAs === 'completed' && IN_FOLLOW_UP.has(action));
}
