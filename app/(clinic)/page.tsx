import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { ClosedCases } from '#components/worklist/closed-cases.tsx';
import { LiveWorklist } from '#components/worklist/live-worklist.tsx';
import { WorklistNone } from '#components/worklist/worklist-none.tsx';
import { loadWorklist } from '#lib/loaders/load-worklist.ts';

export const metadata: Metadata = { title: 'Worklist' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WorklistPage({ searchParams }: Props) {
  const { rows, seen, madeAt, mayDecide, total, open, first, query, counts, closed, mayOpenCase, ...pages } =
    await loadWorklist(await searchParams);
  return (
    <>
      <PageHeader
        title="Worklist"
        detail={query.words ? `Open cases that match “${query.words}”` : 'Open cases, worst first'}
        actions={mayOpenCase ? <ButtonLink href="/cases/new">New case</ButtonLink> : null}
      />
      <LiveWorklist
        query={query}
        rows={rows}
        counts={counts}
        seen={seen}
        madeAt={madeAt}
        mayDecide={mayDecide}
        empty={<WorklistNone query={query} open={open} mayOpenCase={mayOpenCase} />}
      />
      {rows.length > 0 ? (
        <Pagination noun="cases" first={first} last={first + rows.length - 1} total={total} {...pages} />
      ) : null}
      {closed.length > 0 ? <ClosedCases rows={closed} /> : null}
    </>
  );
}
