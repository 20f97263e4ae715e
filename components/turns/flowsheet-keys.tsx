'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

const STEPS: Record<string, { row: number; column: number }> = {
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
};

type Cell = HTMLAnchorElement;

/**
 * Brings today into sight, lets the arrow keys move among the cells of the flowsheet as one stop of the Tab key, and
 * opens an entry without losing the place. Without it every cell is a plain link.
 */
export function FlowsheetKeys({ openedAt, children }: { openedAt: string | null; children: ReactNode }) {
  const router = useRouter();
  const frame = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(openedAt);

  useEffect(() => {
    const region = frame.current?.querySelector<HTMLElement>('[data-scroll]');
    const today = frame.current?.querySelector<HTMLElement>('[data-today]') ?? lastHead(frame.current);
    if (region && today) region.scrollLeft = today.offsetLeft + today.offsetWidth - region.clientWidth + 16;
  }, []);

  useEffect(() => {
    const cell = cellsOf(frame.current).find(({ dataset }) => dataset.entry === openedAt);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [openedAt]);

  useEffect(() => {
    const cells = cellsOf(frame.current);
    const stop = cells.find(({ dataset }) => dataset.entry === openedAt) ?? cells.at(-1);
    for (const cell of cells) cell.tabIndex = cell === stop ? 0 : -1;
    if (wasOpen.current !== null && openedAt === null) {
      cells.find(({ dataset }) => dataset.entry === wasOpen.current)?.focus();
    }
    wasOpen.current = openedAt;
  }, [openedAt]);

  function move(event: KeyboardEvent) {
    const step = STEPS[event.key];
    const here = cellAt(event.target);
    if (!step || !here || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = nearest(cellsOf(frame.current), here, step);
    if (!next) return;
    here.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  function open(event: MouseEvent) {
    const cell = cellAt(event.target);
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!cell || !isPlain) return;
    event.preventDefault();
    router.push(cell.pathname + cell.search, { scroll: false });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the focus; this only hears their keys
    <div ref={frame} onKeyDown={move} onClick={open}>
      {children}
    </div>
  );
}

function cellsOf(frame: HTMLElement | null): Cell[] {
  return [...(frame?.querySelectorAll<Cell>('a[data-entry]') ?? [])];
}

function cellAt(target: EventTarget): Cell | null {
  return target instanceof Element ? target.closest<Cell>('a[data-entry]') : null;
}

function lastHead(frame: HTMLElement | null): HTMLElement | undefined {
  return [...(frame?.querySelectorAll<HTMLElement>('thead th') ?? [])].at(-1);
}

/** The next cell that opens in a direction: along its row, or up and down its column. */
function nearest(
  cells: readonly Cell[],
  from: Cell,
  step: { row: number; column: number },
): Cell | undefined {
  const place = (cell: Cell) => ({ row: Number(cell.dataset.row), column: Number(cell.dataset.column) });
  const here = place(from);
  const ahead = (cell: Cell) => {
    const { row, column } = place(cell);
    return step.row === 0
      ? row === here.row && (column - here.column) * step.column > 0
      : column === here.column && (row - here.row) * step.row > 0;
  };
  const found = cells.filter(ahead);
  return step.row + step.column > 0 ? found[0] : found.at(-1);
}
