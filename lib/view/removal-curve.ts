import { areFew } from '#lib/domain/outcome/interval.ts';
import { daysUntil, stillInPlace, type Watched } from '#lib/domain/outcome/survival.ts';
import { counted } from './format-date.ts';
import { percent } from './share-words.ts';

/** How long devices stay in: a falling line in a drawing of 1,000 by 100, and the same in words and as a table. */
export type RemovalCurve = {
  path: string;
  ticks: readonly { x: number; text: string }[];
  /** `Median 74 days, a quarter out by 66, three quarters by 90`; null before anybody was removed. */
  summary: string | null;
  /** `201 removed, 12 still in place`. */
  counted: string;
  isFew: boolean;
  rows: readonly { days: number; inPlace: string; atRisk: number }[];
};

const WIDTH = 1000;
const HEIGHT = 100;
const MOST_ROWS = 12;
const STEPS = [7, 14, 28, 56, 112, 182, 364, 728, 1456, 3640];

/** From placement to removal, with those that still have the device counted for as long as they were watched. */
export function removalCurve(watched: readonly Watched[]): RemovalCurve {
  const steps = stillInPlace(watched);
  const removed = watched.reduce((sum, one) => sum + one.removed, 0);
  const inPlace = watched.reduce((sum, one) => sum + one.inPlace, 0);
  const last = watched.reduce((days, one) => Math.max(days, one.days), 0);
  const every = STEPS.find((step) => last / step <= MOST_ROWS) ?? 36_400;
  const to = Math.max(every, Math.ceil(last / every) * every);
  const x = (days: number) => Math.round((days / to) * WIDTH * 10) / 10;
  const y = (share: number) => Math.round((1 - share) * HEIGHT * 100) / 100;
  const marks = Array.from({ length: Math.round(to / every) + 1 }, (_, index) => index * every);
  return {
    path: `M0 0${steps.map(({ days, share }) => `H${x(days)}V${y(share)}`).join('')}H${x(last)}`,
    ticks: marks.map((days) => ({ x: x(days) / 10, text: String(days) })),
    summary: summaryOf(steps),
    counted: `${removed} removed, ${inPlace} still in place when last watched`,
    isFew: areFew(removed),
    rows: marks.map((days) => ({
      days,
      inPlace: percent(steps.findLast((step) => step.days <= days)?.share ?? 1),
      atRisk: watched.reduce((sum, one) => (one.days > days ? sum + one.removed + one.inPlace : sum), 0),
    })),
  };
}

function summaryOf(steps: ReturnType<typeof stillInPlace>): string | null {
  const median = daysUntil(0.5, steps);
  const quarter = daysUntil(0.25, steps);
  const three = daysUntil(0.75, steps);
  if (quarter === null) return null;
  const parts = [
    median === null ? 'Half are not out yet' : `Median ${counted(median, 'day')}`,
    `a quarter out by day ${quarter}`,
    ...(three === null ? [] : [`three quarters by day ${three}`]),
  ];
  return parts.join(', ');
}
