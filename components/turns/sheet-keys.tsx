'use client';

import { type KeyboardEvent, type ReactNode, useRef } from 'react';

type Cell = HTMLInputElement;
type Step = { line: number; column: number };

const STEPS: Record<string, Step> = {
  ArrowUp: { line: -1, column: 0 },
  ArrowDown: { line: 1, column: 0 },
  Enter: { line: 1, column: 0 },
  ArrowLeft: { line: 0, column: -1 },
  ArrowRight: { line: 0, column: 1 },
};

/**
 * Arrow keys and Enter move among the cells of the grid, as in a spreadsheet; Enter never sends the form. Left and
 * right move within a text that is being edited.
 */
export function SheetKeys({ children }: { children: ReactNode }) {
  const grid = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const cell = event.target;
    if (!(cell instanceof HTMLInputElement) || cell.dataset.line === undefined) return;
    if (event.key === 'Enter') event.preventDefault();
    const step = event.key === 'Enter' && event.shiftKey ? STEPS.ArrowUp : STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    if (step.column !== 0 && !isAtEdge(cell, step.column)) return;
    event.preventDefault();
    const next = nextCell(grid.current, cell, step);
    next?.focus();
    // As the Tab key does: what is typed next replaces what is there.
    next?.select();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the inputs inside take the focus; this only hears their keys
    <div ref={grid} onKeyDown={move}>
      {children}
    </div>
  );
}

function isAtEdge({ selectionStart, selectionEnd, value }: Cell, direction: number): boolean {
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  return isAll || (selectionStart === selectionEnd && selectionStart === (direction < 0 ? 0 : value.length));
}

function nextCell(grid: HTMLElement | null, from: Cell, step: Step): Cell | undefined {
  const [line, column] = [Number(from.dataset.line), Number(from.dataset.column)];
  const cells = [...(grid?.querySelectorAll<Cell>('input[data-line]') ?? [])];
  const ahead = cells.filter(({ dataset }) =>
    step.column === 0
      ? Number(dataset.column) === column && (Number(dataset.line) - line) * step.line > 0
      : Number(dataset.line) === line && (Number(dataset.column) - column) * step.column > 0,
  );
  return step.line + step.column > 0 ? ahead[0] : ahead.at(-1);
}
