'use client';

import { useEffect, useRef } from 'react';
import {
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
} from 'recharts';
import type { HoverData, HoverSlot } from '#lib/view/chart/chart-hover.ts';

type ChartHoverProps = {
  data: HoverData;
  /** Place of the slot that is read out by choice; null: none is chosen. */
  active: number | null;
  onActive: (index: number | null) => void;
};

/**
 * The cursor over the drawing: an invisible chart with the same axes, which knows what is under the pointer or the
 * finger, and marks the chosen slot on each device's line.
 */
export default function ChartHover({ data, active, onActive }: ChartHoverProps) {
  const slot = active === null ? undefined : data.slots[active];
  return (
    <ComposedChart
      responsive
      style={{ width: '100%', height: data.height }}
      data={data.slots as HoverSlot[]}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis dataKey="x" type="number" domain={[data.from, data.to]} allowDataOverflow hide />
      <YAxis type="number" domain={[0, data.height]} reversed allowDataOverflow hide />
      <Tooltip content={() => null} cursor={false} isAnimationActive={false} />
      {data.labels.map((label, index) => (
        <Line
          key={label}
          dataKey={(of: HoverSlot) => of.dots[index] ?? null}
          stroke="none"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      {slot && <ReferenceLine x={slot.x} stroke="var(--ink-muted)" strokeWidth={1} />}
      {slot?.dots.map((y, index) =>
        y === null ? null : (
          <ReferenceDot
            key={data.labels[index]}
            x={slot.x}
            y={y}
            r={5}
            fill="var(--surface)"
            stroke="var(--accent)"
            strokeWidth={2}
          />
        ),
      )}
      <ActiveSlot data={data} onActive={onActive} />
    </ComposedChart>
  );
}

/** Follows the pointer when it moves. Fetched late, it leaves alone what the arrow keys have chosen by then. */
function ActiveSlot({ data, onActive }: Omit<ChartHoverProps, 'active'>) {
  const label = useActiveTooltipLabel();
  const known = useRef(label);
  useEffect(() => {
    if (label === known.current) return;
    known.current = label;
    const index = data.slots.findIndex(({ x }) => x === label);
    onActive(index === -1 ? null : index);
  }, [data, label, onActive]);
  return null;
}
