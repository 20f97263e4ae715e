import type { Metadata } from 'next';
import { HardwareSearch } from '#components/recalls/hardware-search.tsx';
import { RecallList } from '#components/recalls/recall-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Section } from '#components/ui/section.tsx';
import { loadHardware } from '#lib/loaders/load-hardware.ts';

export const metadata: Metadata = { title: 'Hardware' };

type HardwarePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HardwarePage({ searchParams }: HardwarePageProps) {
  const { recalls, ...search } = await loadHardware(await searchParams);
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title="Hardware"
        detail="Which child has, or had, a device of a model, a lot or a serial number."
      />
      <HardwareSearch {...search} />
      <Section title="Recalls that stand" id="recalls" detail={String(recalls.length)}>
        <RecallList recalls={recalls} />
      </Section>
    </div>
  );
}
