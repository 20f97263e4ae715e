import type { Random } from './random.ts';
import type { Asked, Story, TurnStory } from './story.ts';

/** What is told of a slot instead of the usual; nothing is silence. */
type Exception = (asked: Asked, usual: TurnStory) => readonly TurnStory[];

/**
 * A family that turns as it was taught: within half an hour of the time, now and then some hours late, nothing in a
 * hold. `exception` has the last word on every slot.
 */
export function steadyFamily(random: Random, exception: Exception = (_, usual) => [usual]): Story['turns'] {
  let slot = '';
  let usual: TurnStory = { outcome: 'done', centi: 0, afterMin: 0 };
  return (asked) => {
    // Both sides are turned one after the other: who did it and when is drawn once for a slot.
    if (slot !== `${asked.day}#${asked.slot}`) {
      slot = `${asked.day}#${asked.slot}`;
      usual = usualTurn(random);
    }
    const { centi } = asked;
    const told: TurnStory = { ...usual, centi, afterMin: usual.afterMin + asked.device * 2 };
    if (asked.isHold)
      return exception(asked, { ...told, outcome: 'skipped' }).filter((one) => one.centi !== 0);
    return exception(asked, told);
  };
}

function usualTurn(random: Random): TurnStory {
  const by = random.weighted([
    [6, 'mother'],
    [3, 'father'],
    [0.5, 'mother'],
  ]);
  const isChecked = random.chance(0.6);
  const isLate = random.chance(0.03);
  return {
    outcome: 'done',
    centi: 0,
    afterMin: isLate ? random.whole(60, 200) : random.whole(-12, 28),
    by,
    ...(isChecked && { checkedBy: by === 'mother' ? 'father' : 'mother' }),
    ...(random.chance(0.03) && { note: 'took two of us to hold still' }),
    ...(random.chance(0.08) && { pain: random.whole(1, 4) }),
    ...(random.chance(0.05) && { siteLook: random.pick(['dry', 'dry, a little crust', 'slightly pink']) }),
  };
}

/** Shares of slots in which a family does not turn as asked: nobody has published them; most days are done. */
const BLEMISHES = 0.035;

/** A family as most are: a turn is forgotten, halved, not remembered, put right on the telephone, or never told. */
export function usualFamily(random: Random): Story['turns'] {
  return steadyFamily(random, ({ centi, isHold }, usual) => {
    if (isHold || !random.chance(BLEMISHES)) return [usual];
    return random.weighted<readonly TurnStory[]>([
      [30, [skipped(usual, random.pick(['asleep', 'fever, vomited once', 'forgotten', 'on the road']))]],
      [10, [{ ...usual, outcome: 'partial', centi: Math.round(centi / 2), note: 'would not hold still' }]],
      [10, [{ ...usual, outcome: 'not-sure', centi: null, note: 'neither of us remembers' }]],
      [5, [{ ...usual, outcome: 'extra', centi: 2 * centi, note: 'made up for the last one' }]],
      [15, []],
      [
        10,
        [
          {
            ...skipped(usual, 'not written down'),
            corrected: { outcome: 'done', centi, afterMin: 26 * 60, reason: 'The father had done it.' },
          },
        ],
      ],
    ]);
  });
}

/** The turn was left out, and the family says so. */
export function skipped(usual: TurnStory, note: string): TurnStory {
  const { resistance: _, ...rest } = usual;
  return { ...rest, outcome: 'skipped', centi: 0, note };
}
