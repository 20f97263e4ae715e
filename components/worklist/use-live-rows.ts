'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCaseChanges } from '#components/cases/use-case-changes.ts';
import type { WorklistCounts } from '#lib/view/worklist-filters.ts';
import type { WorklistRow } from '#lib/view/worklist-row.ts';

const AGAIN_MS = 2_000;
/** How long changes of cases that are not on the page are gathered: for them only the counts are asked for. */
const GATHER_MS = 500;

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
  const [fresh, setFresh] = useState(() => ({
    of: rows,
    lines: new Map<string, WorklistRow | null>(),
    counts,
  }));
  const [others, setOthers] = useState(() => ({ of: rows, ids: new Set<string>(), isMany: false }));
  const wanted = useRef(new Set<string>());
  const isUncounted = useRef(false);
  const isAsking = useRef(false);
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const ask = useCallback(async (of: readonly WorklistRow[], afterMs = 0) => {
    if (afterMs > 0) {
      timer.current ??= window.setTimeout(() => {
        timer.current = undefined;
        void ask(of);
      }, afterMs);
      return;
    }
    if (isAsking.current) return;
    isAsking.current = true;
    let isReached = true;
    do {
      const ids = [...wanted.current];
      wanted.current.clear();
      isUncounted.current = false;
      const found = await fetchRows(ids);
      isReached = found !== 'unreachable';
      if (found === 'unreachable') {
        for (const id of ids) wanted.current.add(id);
        isUncounted.current = true;
      } else {
        const lines = ids.map((id) => [id, found.rows.find(({ caseId }) => caseId === id) ?? null] as const);
        setFresh((before) => ({
          of,
          lines: new Map([...(before.of === of ? before.lines : []), ...lines]),
          counts: found.counts,
        }));
      }
    } while (isReached && wanted.current.size > 0);
    isAsking.current = false;
    if (isUncounted.current) void ask(of, isReached ? GATHER_MS : AGAIN_MS);
  }, []);

  const isBroken = useCaseChanges(seen, (caseIds) => {
    const shown = rows.map(({ caseId }) => caseId);
    const isMany = caseIds === 'many';
    for (const id of shown) if (isMany || caseIds.includes(id)) wanted.current.add(id);
    const away = isMany ? [] : caseIds.filter((id) => !shown.includes(id));
    if (isMany || away.length > 0) {
      setOthers((before) => ({
        of: rows,
        ids: new Set([...(before.of === rows ? before.ids : []), ...away]),
        isMany: isMany || (before.of === rows && before.isMany),
      }));
    }
    isUncounted.current = true;
    if (wanted.current.size > 0) void ask(rows);
    else void ask(rows, GATHER_MS);
  });

  return useMemo(() => {
    const lines = fresh.of === rows ? fresh.lines : new Map<string, WorklistRow | null>();
    const live = rows.map((row) => {
      const line = lines.get(row.caseId);
      return line === undefined ? row : (line ?? asClosed(row));
    });
    const isOurs = others.of === rows;
    const elsewhere = isOurs ? others.ids.size : 0;
    return {
      rows: live,
      changed: live.filter((row, index) => row !== rows[index]),
      elsewhere: isOurs && others.isMany ? null : elsewhere,
      counts: fresh.of === rows ? fresh.counts : counts,
      isBroken,
    };
  }, [rows, counts, fresh, others, isBroken]);
}

type Found = { rows: readonly WorklistRow[]; counts: WorklistCounts };

async function fetchRows(caseIds: readonly string[]): Promise<Found | 'unreachable'> {
  try {
    const response = await fetch(`/api/worklist-rows?cases=${caseIds.join(',')}`);
    return response.ok ? ((await response.json()) as Found) : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
