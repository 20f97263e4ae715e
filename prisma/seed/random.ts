/** Draws that are the same for the same key, on every machine. */
export type Random = {
  /** From 0 up to, but not including, 1. */
  fraction: () => number;
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number;
  /** True in this share of the draws. */
  chance: (share: number) => boolean;
  pick: <T>(from: readonly T[]) => T;
  /** One of several, as often as its weight says. */
  weighted: <T>(from: readonly (readonly [weight: number, value: T])[]) => T;
  /** Normally distributed, as the sum of twelve draws, held between `least` and `most`. */
  normal: (mean: number, deviation: number, least: number, most: number) => number;
  shuffled: <T>(from: readonly T[]) => T[];
  /** A UUID of version 7, which sorts by its instant. */
  id: (at: number) => string;
};

/** The generator sfc32 (C. Doty-Humphrey, PractRand), seeded from the characters of the key. */
export function randomOf(key: string): Random {
  const next = sfc32(key);
  const fraction = () => next() / 2 ** 32;
  const whole = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[whole(0, from.length - 1)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  };
  return {
    fraction,
    whole,
    pick,
    chance: (share) => fraction() < share,
    weighted: (from) => {
      let left = fraction() * from.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(from)[1];
    },
    normal: (mean, deviation, least, most) => {
      let sum = -6;
      for (let draw = 0; draw < 12; draw++) sum += fraction();
      return Math.min(most, Math.max(least, mean + deviation * sum));
    },
    shuffled: (from) => {
      const deck = [...from];
      for (let last = deck.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [deck[last], deck[other]] = [deck[other], deck[last]] as [(typeof deck)[0], (typeof deck)[0]];
      }
      return deck;
    },
    id: (at) => {
      const hex = (count: number) => Array.from({ length: count }, () => whole(0, 15).toString(16)).join('');
      const time = Math.floor(at).toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${pick([8, 9, 'a', 'b'])}${hex(3)}-${hex(12)}`;
    },
  };
}

function sfc32(key: string): () => number {
  const state = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1] as [number, number, number, number];
  for (const character of key) {
    state[0] = Math.imul(state[0] ^ (character.codePointAt(0) ?? 0), 0x01000193);
    state[1] ^= state[0] >>> 7;
  }
  const next = () => {
    const [a, b, c, counter] = state;
    const sum = (a + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    state[3] = (counter + 1) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 15; warm++) next();
  return next;
}
