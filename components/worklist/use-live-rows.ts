'use client';

import { useMemo, useState } from 'react';
import { useCaseChanges } from '#components/cases/use-case-changes.ts';
import type { WorklistCounts } from '#lib/view/worklist-filters.ts';
import type { WorklistRow } from '#lib/view/worklist-row.ts';

export type LiveRows = {
  rows: readonly WorklistRow[];
  /** Lines that are not as they were when the list was put in order. */
  changed: readonly WorklistRow[];
  /** How many cases that are not on this page changed since; null: more than are counted. */
  elsewhere: number | null;
  /** How many cases there are of each kind now. */
  counts: WorklistCounts;
  isBroken: boolean;
};

/** A closed case stays where it was until the list is put in order. */
const asClosed = (row: WorklistRow): WorklistRow => ({
  ...row,
  phase: 'Closed',
  phaseDay: null,
  top: null,
  moreFlags: 0,
  next: null,
});

/** The lines of the page as they are now, each where it was: what others do shows without moving anything. */
export function useLiveRows(rows: readonly WorklistRow[], counts: WorklistCounts, seen: string): LiveRows {
  const shown = useMemo(() => rows.map(({ caseId }) => caseId), [rows]);
  const [fresh, setFresh] = useState(() => nothingSince(rows, counts));
  const isBroken = useCaseChanges(seen, shown, ({ caseIds, worklist }) => {
    if (worklist)
      setFresh((before) => {
        const { lines, others, isMany } = before.of === rows ? before : nothingSince(rows, counts);
        const told = caseIds === 'many' ? shown : caseIds.filter((id) => shown.includes(id));
        const away = caseIds === 'many' ? [] : caseIds.filter((id) => !shown.includes(id));
        return {
          of: rows,
          lines: new Map([
            ...lines,
            ...told.map((id) => [id, null] as const),
            ...worklist.rows.map((row) => [row.caseId, row] as const),
          ]),
          counts: worklist.counts,
          others: new Set([...others, ...away]),
          isMany: isMany || caseIds === 'many',
        };
      });
  });

  return useMemo(() => {
    const { lines, others, isMany, ...now } = fresh.of === rows ? fresh : nothingSince(rows, counts);
    const live = rows.map((row) => {
      const line = lines.get(row.caseId);
      return line === undefined ? row : (line ?? asClosed(row));
    });
    return {
      rows: live,
      changed: live.filter((row, index) => row !== rows[index]),
      elsewhere: isMany ? null : others.size,
      counts: now.counts,
      isBroken,
    };
  }, [rows, counts, fresh, isBroken]);
}

/** What came since a list was put in order: its lines that changed, null where the case is closed, and what else did. */
type Since = {
  of: readonly WorklistRow[];
  lines: ReadonlyMap<string, WorklistRow | null>;
  counts: WorklistCounts;
  others: ReadonlySet<string>;
  isMany: boolean;
};

const nothingSince = (of: readonly WorklistRow[], counts: WorklistCounts): Since => ({
  of,
  lines: new Map(),
  counts,
  others: new Set(),
  isMany: false,
});
