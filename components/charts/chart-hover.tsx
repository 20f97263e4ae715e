'use client';

import { useEffect } from 'react';
import { ComposedChart, Line, Tooltip, useActiveTooltipLabel, XAxis, YAxis } from 'recharts';
import type { HoverData, HoverSlot } from '#lib/view/chart/chart-hover.ts';

type ChartHoverProps = {
  data: HoverData;
  /** Called with the place of the slot under the pointer or the keyboard; null when there is none. */
  onActive: (index: number | null) => void;
};

/**
 * The cursor over the drawing: an invisible chart with the same axes, which knows about pointers, touch and arrow
 * keys, and puts a dot on each device's line.
 */
export default function ChartHover({ data, onActive }: ChartHoverProps) {
  return (
    <ComposedChart
      responsive
      style={{ width: '100%', height: data.height }}
      data={data.slots as HoverSlot[]}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      title="Expansion chart: move through the slots with the left and right arrow keys"
      accessibilityLayer
    >
      <XAxis dataKey="x" type="number" domain={[data.from, data.to]} hide />
      <YAxis type="number" domain={[0, data.height]} reversed allowDataOverflow hide />
      <Tooltip
        content={() => null}
        cursor={{ stroke: 'var(--ink-muted)', strokeWidth: 1 }}
        isAnimationActive={false}
      />
      {data.labels.map((label, index) => (
        <Line
          key={label}
          dataKey={(slot: HoverSlot) => slot.dots[index] ?? null}
          stroke="none"
          dot={false}
          activeDot={{ r: 5, fill: 'var(--surface)', stroke: 'var(--accent)', strokeWidth: 2 }}
          isAnimationActive={false}
        />
      ))}
      <ActiveSlot data={data} onActive={onActive} />
    </ComposedChart>
  );
}

function ActiveSlot({ data, onActive }: ChartHoverProps) {
  const label = useActiveTooltipLabel();
  useEffect(() => {
    const index = data.slots.findIndex(({ x }) => x === label);
    onActive(index === -1 ? null : index);
  }, [data, label, onActive]);
  return null;
}
