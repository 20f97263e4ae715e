import type { SlotStatus } from '#lib/domain/timeline/slot-entry.ts';

/** The fill of a slot's cell: it tells statuses apart with no colour at all. */
export type CellFill = 'solid' | 'half' | 'open' | 'hatched' | 'crossed' | 'dotted' | 'none';

/**
 * How a slot is shown everywhere: a letter, words and a fill. Colour only repeats them.
 * Unknown (`unreported`, `not-sure`) is hatched; a slot in which nothing was asked is blank, which is not zero.
 */
export type SlotSign = { letter: string; word: string; fill: CellFill };

const SIGNS: Record<SlotStatus, SlotSign> = {
  done: { letter: 'D', word: 'done', fill: 'solid' },
  partial: { letter: 'P', word: 'partly done', fill: 'half' },
  skipped: { letter: 'S', word: 'skipped', fill: 'open' },
  'could-not-engage': { letter: 'N', word: 'could not engage', fill: 'crossed' },
  'wrong-way': { letter: 'W', word: 'wrong way', fill: 'crossed' },
  extra: { letter: 'X', word: 'extra', fill: 'solid' },
  'not-sure': { letter: '?', word: 'not sure', fill: 'hatched' },
  unreported: { letter: 'U', word: 'not reported', fill: 'hatched' },
  open: { letter: '\u2026', word: 'awaited', fill: 'dotted' },
  future: { letter: '', word: 'to come', fill: 'none' },
  quiet: { letter: '', word: 'nothing planned', fill: 'none' },
};

/** The letter, words and fill of a status. */
export function slotSign(status: SlotStatus): SlotSign {
  return SIGNS[status];
}
