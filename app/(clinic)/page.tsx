import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { ClosedCases } from '#components/worklist/closed-cases.tsx';
import { LiveWorklist } from '#components/worklist/live-worklist.tsx';
import { WorklistFilterBar } from '#components/worklist/worklist-filter-bar.tsx';
import { WorklistNone } from '#components/worklist/worklist-none.tsx';
import { loadWorklist } from '#lib/loaders/load-worklist.ts';

export const metadata: Metadata = { title: 'Worklist' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WorklistPage({ searchParams }: Props) {
  const { rows, seen, mayDecide, total, open, first, query, filters, closed, mayOpenCase, ...pages } =
    await loadWorklist(await searchParams);
  return (
    <>
      <PageHeader
        title="Worklist"
        detail={query.words ? `Open cases that match “${query.words}”` : 'Open cases, worst first'}
        actions={mayOpenCase ? <ButtonLink href="/cases/new">New case</ButtonLink> : null}
      />
      {open === 0 ? null : <WorklistFilterBar filters={filters} />}
      {rows.length === 0 ? (
        <WorklistNone query={query} open={open} mayOpenCase={mayOpenCase} />
      ) : (
        <>
          <LiveWorklist rows={rows} seen={seen} mayDecide={mayDecide} />
          <Pagination noun="cases" first={first} last={first + rows.length - 1} total={total} {...pages} />
        </>
      )}
      {closed.length > 0 ? <ClosedCases rows={closed} /> : null}
    </>
  );
}
