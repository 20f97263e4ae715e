import type { SlotOption } from './booking-words.ts';
import type { Choice } from './intake-words.ts';

/** The form that gives a removal its time, or another one. */
export type BookingDraft = {
  writeId: string;
  bookingId: string;
  seq: number;
  isMove: boolean;
  /** The free times that fit, best first. */
  slots: readonly SlotOption[];
  /** Why none is offered; null where some are. */
  none: string | null;
  rooms: readonly Choice[];
  surgeons: readonly Choice[];
  anaesthetists: readonly Choice[];
  minutes: number;
  surgeonId: string;
  anaesthetistId: string;
  firstDay: string;
  mayOverride: boolean;
  /** While the window is not known only who may override can book. */
  isWindowKnown: boolean;
  settingsNote: string;
  /** How far ahead times are offered, and whose rule that is. */
  leadNote: string;
};
