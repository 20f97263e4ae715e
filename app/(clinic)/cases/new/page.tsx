import type { Metadata } from 'next';
import { NewCaseForm } from '#components/intake/new-case-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { loadNewCase } from '#lib/loaders/load-new-case.ts';

export const metadata: Metadata = { title: 'New case' };

type NewCasePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewCasePage({ searchParams }: NewCasePageProps) {
  const form = await loadNewCase((await searchParams).from);
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs crumbs={[{ href: '/', label: 'Worklist' }]} here="New case" />}
        title="New case"
        detail="Who the child is, who turns at home, and who answers for the case."
      />
      {form.surgeons.length === 0 ? (
        <EmptyState title="The clinic has no surgeon yet">
          Every case belongs to a surgeon. Ask an administrator to give somebody that role under People, then
          come back.
        </EmptyState>
      ) : (
        <NewCaseForm {...form} />
      )}
    </>
  );
}
