'use client';

import { type RefObject, useEffect, useRef } from 'react';

const EDGE_PX = 40;
const STEP_PX = 10;

/**
 * Scrolls a region as long as something is dragged near its upper or lower edge. `onScrolled` is told where the pointer
 * is after each step, for what lies under it has changed.
 */
export function useEdgeScroll(
  region: RefObject<HTMLElement | null>,
  onScrolled: (x: number, y: number) => void,
) {
  const pointer = useRef<{ x: number; y: number } | null>(null);
  const frame = useRef(0);
  const latest = useRef(onScrolled);
  useEffect(() => {
    latest.current = onScrolled;
  });
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  function step() {
    frame.current = 0;
    const [at, box] = [pointer.current, region.current];
    if (!at || !box) return;
    const { top, bottom } = box.getBoundingClientRect();
    const end = Math.min(bottom, innerHeight);
    const by = at.y < top + EDGE_PX ? -STEP_PX : at.y > end - EDGE_PX ? STEP_PX : 0;
    if (by === 0) return;
    box.scrollBy(0, by);
    latest.current(at.x, at.y);
    frame.current = requestAnimationFrame(step);
  }

  return {
    follow(x: number, y: number) {
      pointer.current = { x, y };
      if (frame.current === 0) frame.current = requestAnimationFrame(step);
    },
    stop() {
      pointer.current = null;
    },
  };
}
