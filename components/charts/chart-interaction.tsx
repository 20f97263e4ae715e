'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { HoverData } from '#lib/view/chart/chart-hover.ts';
import { SlotReadout } from './slot-readout.tsx';

const ChartHover = dynamic(() => import('./chart-hover.tsx'), { ssr: false });

type ChartInteractionProps = {
  /** A `HoverData` as JSON. */
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
  const hover = useMemo(() => JSON.parse(data) as HoverData, [data]);
  const [active, setActive] = useState<number | null>(null);
  const isIdle = useIdleOnce();
  const slot = hover.slots[active ?? hover.slots.length - 1];
  return (
    <>
      <SlotReadout slot={slot} labels={hover.labels} />
      <div className="flex pr-4">
        {axis}
        <div className="relative min-w-0 flex-1">
          {children}
          {isIdle && hover.slots.length > 0 && (
            <div className="absolute inset-0" data-print="hide">
              <ChartHover data={hover} onActive={setActive} />
            </div>
          )}
        </div>
      </div>
    </>
  );
}

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
