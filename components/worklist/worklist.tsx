'use client';

import type { Instant } from '#lib/domain/units.ts';
import type { WorklistRow } from '#lib/view/worklist-row.ts';
import { WORKLIST_COLUMNS, WorklistLine } from './worklist-line.tsx';

const HEADS = ['Case', 'Phase', 'Reported of target, mm', 'Last 7 days', 'Heard', 'Why', 'Surgeon', 'Next'];

/** The open cases, worst first. `j` and `k` move, Enter opens. */
export function Worklist({ rows, now }: { rows: readonly WorklistRow[]; now: Instant }) {
  return (
    <div>
      <div
        aria-hidden="true"
        className={`hidden gap-x-3 border-line-strong border-b px-2 pb-1 font-medium text-ink-muted text-sm lg:grid ${WORKLIST_COLUMNS}`}
      >
        {HEADS.map((head) => (
          <span key={head} className={head === 'Surgeon' ? 'hidden xl:block' : undefined}>
            {head}
          </span>
        ))}
      </div>
      <ol data-list="" aria-label="Open cases, worst first">
        {rows.map((row) => (
          <WorklistLine key={row.caseId} row={row} now={now} />
        ))}
      </ol>
    </div>
  );
}
