import type { Metadata } from 'next';
import { TuningPanel } from '#components/tuning/tuning-panel.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { loadTuning } from '#lib/loaders/load-tuning.ts';

export const metadata: Metadata = { title: 'Tuning' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TuningPage({ searchParams }: Props) {
  const { clinic, key, ...panel } = await loadTuning(await searchParams);
  return (
    <>
      <PageHeader
        trail={<TextLink href="/admin/defaults">Defaults</TextLink>}
        title="Tuning"
        detail={`How often each rule spoke in the cases of ${clinic}, and what other defaults would have done.`}
      />
      <TuningPanel key={key} {...panel} />
    </>
  );
}
