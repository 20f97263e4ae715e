'use client';

import dynamic from 'next/dynamic';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { type HoverData, type HoverSlot, readHover } from '#lib/view/chart/chart-hover.ts';
import { SlotReadout } from './slot-readout.tsx';

const ChartHover = dynamic(() => import('./chart-hover.tsx'), { ssr: false });

type ChartInteractionProps = {
  /** The latest slot, written by `hoverText`. */
  latest: string;
  /** The same, read out. */
  readout: ReactNode;
  /** Where all of them can be had. */
  href: string;
  axis: ReactNode;
  /** The drawing, which stands without any of this. */
  children: ReactNode;
};

/**
 * Reads out one slot across the devices: the latest until the pointer or the arrow keys say otherwise. The others
 * are fetched once the page has been painted, and until they are there nobody is offered a slider that does not
 * move; what follows the pointer comes when nothing else is to be done.
 */
export function ChartInteraction({ latest, readout, href, axis, children }: ChartInteractionProps) {
  const readings = useReadings(href, latest);
  const hover = readings === 'failed' ? null : readings;
  const isIdle = useIdleOnce();
  const [active, setActive] = useState<number | null>(null);
  const last = hover === null ? 0 : hover.slots.length - 1;
  const shown = Math.min(active ?? last, last);
  const slot = hover?.slots[shown];

  function moveByKey(event: KeyboardEvent) {
    const next = slotAfterKey(event.key, shown, last);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  }

  return (
    <>
      {hover === null || active === null ? readout : <SlotReadout slot={slot} labels={hover.labels} />}
      {readings === 'failed' && (
        <p role="status" className="mb-2 text-ink-muted text-sm">
          The earlier slots could not be fetched. Reload the page, or open the table.
        </p>
      )}
      <div className="flex pr-4">
        {axis}
        <div className="relative min-w-0 flex-1">
          {children}
          {hover && slot && (
            <div
              role="slider"
              tabIndex={0}
              aria-label="Slot that is read out"
              aria-valuemin={1}
              aria-valuemax={last + 1}
              aria-valuenow={shown + 1}
              aria-valuetext={slotWords(slot, hover.labels)}
              onKeyDown={moveByKey}
              onBlur={() => setActive(null)}
              data-print="hide"
              className="absolute inset-0"
            >
              {isIdle && <ChartHover data={hover} active={active} onActive={setActive} />}
            </div>
          )}
        </div>
      </div>
    </>
  );
}

const WEEK = 14;

/** The slot that a key leads to; null for a key that means nothing here. */
function slotAfterKey(key: string, shown: number, last: number): number | null {
  const within = (index: number) => Math.min(last, Math.max(0, index));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(shown - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(shown + 1);
    case 'PageDown':
      return within(shown - WEEK);
    case 'PageUp':
      return within(shown + WEEK);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function slotWords({ when, cells }: HoverSlot, labels: readonly string[]): string {
  const each = cells.map(({ status, planned, reported, deviation, measured }, index) =>
    [
      `${labels[index]}: ${status}`,
      planned && `planned ${planned}`,
      reported && `reported ${reported}`,
      deviation,
      measured && `measured ${measured}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
  return `${when}. ${each.join('. ')}`;
}

/** Every slot of the chart; null until it is there. Fetched once the page is painted, and when the latest changes. */
function useReadings(href: string, latest: string): HoverData | 'failed' | null {
  const [readings, setReadings] = useState<HoverData | 'failed' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another latest slot means other readings at the same address
  useEffect(() => {
    const stop = new AbortController();
    fetchText(href, stop.signal).then(
      (text) => setReadings(readHover(text)),
      () => stop.signal.aborted || setReadings('failed'),
    );
    return () => stop.abort();
  }, [href, latest]);
  return readings;
}

async function fetchText(href: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(href, { signal });
  if (!response.ok) throw new Error(`GET ${href} answers ${response.status}`);
  return response.text();
}

/** Whether the browser has had nothing else to do since the page was painted. */
function useIdleOnce(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const begin = () => setIdle(true);
    if (typeof window.requestIdleCallback !== 'function') {
      const timer = window.setTimeout(begin, 500);
      return () => window.clearTimeout(timer);
    }
    const idle = window.requestIdleCallback(begin, { timeout: 3000 });
    return () => window.cancelIdleCallback(idle);
  }, []);
  return isIdle;
}
