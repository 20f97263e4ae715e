import type { Metadata } from 'next';
import { HandOverView } from '#components/hand-over/hand-over-view.tsx';
import { loadHandOver } from '#lib/loaders/load-hand-over.ts';

export const metadata: Metadata = { title: 'Hand-over' };

type HandOverPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HandOverPage({ searchParams }: HandOverPageProps) {
  return <HandOverView handOver={await loadHandOver(await searchParams)} />;
}
