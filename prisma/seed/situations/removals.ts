import type { Story } from '#seed/story.ts';
import { type Setting, tell } from './tell.ts';

const STILL_IN = { operations: [], closed: null };

/** Cases whose second operation is overdue, or waits. */
export function removals(setting: Setting): Story[] {
  return [
    // 24 days of turning and 42 of consolidation ended more than four weeks ago, and nobody booked a theatre
    tell(setting, { mrn: 'NM-480150', surgeon: 1, n: 104, ends: 'as-prescribed', change: () => STILL_IN }),
    // complete since last week; the theatre that was booked was given up for a cold
    tell(setting, {
      mrn: 'NM-480151',
      surgeon: 2,
      n: 77,
      ends: 'as-prescribed',
      change: (_, { today }) => ({
        ...STILL_IN,
        theatre: [
          { kind: 'book', decided: { day: today - 20, minute: 10 * 60 }, seq: 0 },
          {
            kind: 'postpone',
            decided: { day: today - 3, minute: 9 * 60 + 30 },
            seq: 1,
            reason: 'A cold with fever: the family calls when it is over.',
          },
        ],
      }),
    }),
  ];
}
