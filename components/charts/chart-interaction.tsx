'use client';

import dynamic from 'next/dynamic';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import { type HoverSlot, readHover } from '#lib/view/chart/chart-hover.ts';
import { SlotReadout } from './slot-readout.tsx';

const ChartHover = dynamic(() => import('./chart-hover.tsx'), { ssr: false });

type ChartInteractionProps = {
  /** Written by `hoverText`. */
  data: string;
  axis: ReactNode;
  /** The drawing, which stands without any of this. */
  children: ReactNode;
};

/**
 * Reads out one slot across the devices: the latest until the pointer or the arrow keys say otherwise. What
 * follows the pointer is fetched once the page has been painted and nothing else is to be done.
 */
export function ChartInteraction({ data, axis, children }: ChartInteractionProps) {
  const hover = useMemo(() => readHover(data), [data]);
  const [active, setActive] = useState<number | null>(null);
  const life = useLife();
  const last = hover.slots.length - 1;
  const shown = Math.min(active ?? last, last);
  const slot = hover.slots[shown];

  function moveByKey(event: KeyboardEvent) {
    const next = slotAfterKey(event.key, shown, last);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  }

  return (
    <>
      <SlotReadout slot={slot} labels={hover.labels} />
      <div className="flex pr-4">
        {axis}
        <div className="relative min-w-0 flex-1">
          {children}
          {slot && (
            <div
              {...(life !== 'still' && {
                role: 'slider',
                tabIndex: 0,
                'aria-label': 'Slot that is read out',
                'aria-valuemin': 1,
                'aria-valuemax': last + 1,
                'aria-valuenow': shown + 1,
                'aria-valuetext': slotWords(slot, hover.labels),
                onKeyDown: moveByKey,
                onBlur: () => setActive(null),
              })}
              data-print="hide"
              className="absolute inset-0"
            >
              {life === 'idle' && <ChartHover data={hover} active={active} onActive={setActive} />}
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

/**
 * `still` on the server and until the keys are heard, so that nobody is offered a slider that does not move; `idle`
 * once nothing else is to be done.
 */
function useLife(): 'still' | 'alive' | 'idle' {
  const [life, setLife] = useState<'still' | 'alive' | 'idle'>('still');
  useEffect(() => {
    setLife('alive');
    const begin = () => setLife('idle');
    if (typeof window.requestIdleCallback !== 'function') {
      const timer = window.setTimeout(begin, 500);
      return () => window.clearTimeout(timer);
    }
    const idle = window.requestIdleCallback(begin, { timeout: 3000 });
    return () => window.cancelIdleCallback(idle);
  }, []);
  return life;
}
