import type { Metadata } from 'next';
import { CallList, SpokenList } from '#components/contacts/call-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { loadCalls } from '#lib/loaders/load-calls.ts';

export const metadata: Metadata = { title: 'Calls' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CallsPage({ searchParams }: Props) {
  const { rows, staff, seen, loadedAt, recordedHref, spoken, total, first, ...pages } = await loadCalls(
    await searchParams,
  );
  return (
    <>
      <PageHeader title="Calls" detail="Families to phone today, worst first" />
      <CallList {...{ rows, staff, seen, loadedAt, recordedHref }} />
      {total > rows.length ? (
        <Pagination noun="families" first={first} last={first + rows.length - 1} total={total} {...pages} />
      ) : null}
      <SpokenList spoken={spoken} />
    </>
  );
}
