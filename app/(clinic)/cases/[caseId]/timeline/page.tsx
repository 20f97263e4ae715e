import type { Metadata } from 'next';
import { TimelineSection } from '#components/cases/timeline-section.tsx';
import { loadTimeline } from '#lib/loaders/load-timeline.ts';

export const metadata: Metadata = { title: 'Timeline' };

type TimelinePageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<{ kind?: string | string[] }>;
};

export default async function TimelinePage({ params, searchParams }: TimelinePageProps) {
  return <TimelineSection {...(await loadTimeline((await params).caseId, (await searchParams).kind))} />;
}
