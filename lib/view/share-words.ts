import { areFew, type Share } from '#lib/domain/outcome/interval.ts';

const NBSP = '\u00a0';

/** `26.7 %` of a share from 0 to 1. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}${NBSP}%`;
}

/** A share as it may be shown: never a bare percentage, and a small number is said to be small. */
export type ShareWords = {
  /** `46 of 172`. */
  counted: string;
  share: string;
  /** `20.7 to 33.8 %`. */
  interval: string;
  isFew: boolean;
  /** Places in per cent of a drawing, of the share and of the two ends. */
  at: number;
  low: number;
  high: number;
};

/** Null where there is nothing to count in. */
export function shareWords(share: Share | null): ShareWords | null {
  if (!share) return null;
  const place = (part: number) => Math.round(part * 10_000) / 100;
  return {
    counted: `${share.count} of ${share.of}`,
    share: percent(share.share),
    interval: `${(share.low * 100).toFixed(1)} to ${percent(share.high)}`,
    isFew: areFew(share.of),
    at: place(share.share),
    low: place(share.low),
    high: place(share.high),
  };
}
