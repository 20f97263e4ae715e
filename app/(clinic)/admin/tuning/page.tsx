import type { Metadata } from 'next';
import { TuningPanel } from '#components/tuning/tuning-panel.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { loadTuning } from '#lib/loaders/load-tuning.ts';

export const metadata: Metadata = { title: 'Tuning' };

export default async function TuningPage() {
  const { clinic, draft } = await loadTuning();
  return (
    <>
      <PageHeader
        trail={<TextLink href="/admin/defaults">Defaults</TextLink>}
        title="Tuning"
        detail={`How often each rule speaks in the open cases of ${clinic}, and what other defaults would have done.`}
      />
      <TuningPanel values={draft.values} />
    </>
  );
}
