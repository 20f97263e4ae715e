import type { Day, Instant } from '#lib/domain/units.ts';

/** A picture of the site as it is on record. */
export type Photograph = {
  id: string;
  /** Null: of the site as a whole. */
  deviceId: string | null;
  /** The complication that it shows. */
  complicationId: string | null;
  /** A day in the case's zone: nobody knows the minute. */
  takenDay: Day;
  note: string | null;
  widthPx: number;
  heightPx: number;
  /** Name of the person who put it on record. */
  recordedBy: string;
  recordedAt: Instant;
  /** Null while it stands. One that was withdrawn stays on record and is shown to nobody. */
  retraction: { reason: string; by: string; at: Instant } | null;
};

export const PHOTOGRAPH_SIZES = ['full', 'thumbnail'] as const;
export type PhotographSize = (typeof PHOTOGRAPH_SIZES)[number];

/** What is kept of a picture: JPEG made anew from its pixels, with nothing of the file that was sent. */
export type PhotographImage = Record<PhotographSize, Uint8Array> & { widthPx: number; heightPx: number };
