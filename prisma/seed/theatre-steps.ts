import { instantAt } from '#lib/domain/case-day.ts';
import type { Random } from './random.ts';
import type { Step } from './step.ts';
import type { Story, When } from './story.ts';

/** The writes about the theatre of a story: one booking, each under an id of its own. */
export function theatreSteps({ theatre = [], zone }: Story, random: Random): Step[] {
  const first = theatre[0];
  if (!first) return [];
  const at = ({ day, minute }: When) => instantAt(zone, day, minute);
  const booking = random.id(at(first.decided));
  return theatre.map((story): Step => {
    const decidedAt = at(story.decided);
    return { at: decidedAt, kind: 'theatre', ids: { write: random.id(decidedAt), booking }, story };
  });
}
