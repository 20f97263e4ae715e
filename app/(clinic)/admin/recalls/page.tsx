import type { Metadata } from 'next';
import { RecallForm } from '#components/recalls/recall-form.tsx';
import { RecallList } from '#components/recalls/recall-list.tsx';
import { WithdrawRecallForm } from '#components/recalls/withdraw-recall-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Section } from '#components/ui/section.tsx';
import { loadRecalls } from '#lib/loaders/load-recalls.ts';

export const metadata: Metadata = { title: 'Recalls' };

type RecallsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RecallsPage({ searchParams }: RecallsPageProps) {
  const { recorded, recalls, mayRead, form } = await loadRecalls((await searchParams).recorded);
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title="Recalls"
        detail="What makers and authorities recall, and how many children here are concerned."
      />
      {recorded === null ? null : <Alert level="done" role="status" title={recorded} />}
      <RecallList
        recalls={recalls}
        mayRead={mayRead}
        act={({ id, headline }) => <WithdrawRecallForm recallId={id} headline={headline} />}
      />
      <Section id="record" title="Record a recall">
        <RecallForm key={recalls.length} {...form} />
      </Section>
    </div>
  );
}
