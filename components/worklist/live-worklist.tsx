'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Instant } from '#lib/domain/units.ts';
import { type WorklistCounts, worklistFilters } from '#lib/view/worklist-filters.ts';
import type { WorklistQuery } from '#lib/view/worklist-query.ts';
import type { WorklistRow } from '#lib/view/worklist-row.ts';
import { AcknowledgedLine } from './acknowledged-line.tsx';
import { useAcknowledgeKey } from './use-acknowledge-key.ts';
import { type LiveRows, useLiveRows } from './use-live-rows.ts';
import { useNow } from './use-now.ts';
import { Worklist } from './worklist.tsx';
import { WorklistFilterBar } from './worklist-filter-bar.tsx';

type LiveWorklistProps = {
  query: WorklistQuery;
  rows: readonly WorklistRow[];
  counts: WorklistCounts;
  seen: string;
  /** When the page was made, by the clock of the server. */
  madeAt: Instant;
  mayDecide: boolean;
  /** What stands in place of the list where no case matches. */
  empty: ReactNode;
};

/**
 * The worklist as it is now: what others do shows in its line and in the counts, and nothing moves until somebody asks
 * for it.
 */
export function LiveWorklist({ query, rows, counts, seen, madeAt, mayDecide, empty }: LiveWorklistProps) {
  const live = useLiveRows(rows, counts, seen);
  const now = useNow(madeAt);
  const [acknowledged, dismiss] = useAcknowledgeKey(live.rows, mayDecide);
  return (
    <>
      {live.counts.all === 0 ? null : <WorklistFilterBar filters={worklistFilters(query, live.counts)} />}
      {rows.length === 0 ? empty : <Worklist rows={live.rows} now={now} />}
      <div
        data-print="hide"
        role="status"
        className="sticky bottom-0 z-20 grid divide-y divide-line bg-surface text-sm"
      >
        {acknowledged ? (
          <AcknowledgedLine key={acknowledged.id} said={acknowledged} onDismiss={dismiss} />
        ) : null}
        {live.isBroken ? (
          <p className="px-2 py-1.5">
            The line to the server is broken; this list is brought up to date when it is back.
          </p>
        ) : null}
        <ChangedLine live={live} />
      </div>
    </>
  );
}

function ChangedLine({ live: { changed, elsewhere } }: { live: LiveRows }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  if (changed.length === 0 && elsewhere === 0) return null;
  const latest = changed.at(-1);
  return (
    <p className="flex flex-wrap items-center gap-3 px-2 py-1.5">
      {changed.length === 1 && latest ? (
        <span>
          Changed: <TextLink href={`/cases/${latest.caseId}`}>{latest.name}</TextLink>
        </span>
      ) : null}
      {changed.length > 1 ? <span>{changed.length} of these lines changed</span> : null}
      {elsewhere === null ? <span>Many other cases changed</span> : null}
      {elsewhere ? (
        <span>{elsewhere === 1 ? '1 other case' : `${elsewhere} other cases`} changed</span>
      ) : null}
      <Button size="sm" pending={isPending} onClick={() => startTransition(() => router.refresh())}>
        Put the list in order
      </Button>
    </p>
  );
}
