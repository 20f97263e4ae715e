import type { SlotStatus } from '#lib/domain/timeline/slot-entry.ts';

/** Ground and ink of a slot's cell; the text, the hatch and the ring say the same without colour. */
export const CELL_LOOKS: Record<SlotStatus, string> = {
  done: 'bg-accent-soft text-ink',
  partial: 'bg-linear-to-t from-accent-soft from-50% to-surface to-50% text-ink',
  skipped: 'text-ink inset-ring inset-ring-line-strong',
  'could-not-engage': 'bg-act-soft font-semibold text-act inset-ring inset-ring-act',
  'wrong-way': 'bg-act-soft font-semibold text-act inset-ring inset-ring-act',
  extra: 'bg-look-soft font-semibold text-look inset-ring inset-ring-look',
  'not-sure': 'hatch text-ink',
  unreported: 'hatch text-ink',
  open: 'text-ink-muted outline-1 outline-line-strong -outline-offset-1 outline-dotted',
  future: 'text-ink-muted',
  quiet: 'text-ink-muted',
};
