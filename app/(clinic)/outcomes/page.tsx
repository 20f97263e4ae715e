import type { Metadata } from 'next';
import { OutcomesPageSections } from '#components/outcomes/outcomes-page-sections.tsx';
import { loadOutcomes } from '#lib/loaders/load-outcomes.ts';

export const metadata: Metadata = { title: 'Outcomes' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OutcomesPage({ searchParams }: Props) {
  return <OutcomesPageSections {...(await loadOutcomes(await searchParams))} />;
}
