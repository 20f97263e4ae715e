import type { Metadata } from 'next';
import { CatalogueTable } from '#components/catalogue/catalogue-table.tsx';
import { DeviceModelForm } from '#components/catalogue/device-model-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Section } from '#components/ui/section.tsx';
import { loadCatalogue } from '#lib/loaders/load-catalogue.ts';

export const metadata: Metadata = { title: 'Device catalogue' };

export default async function CataloguePage() {
  const { lines, modelId } = await loadCatalogue();
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title="Device catalogue"
        detail="What the form of a device offers. Every figure is confirmed against the hardware at placement."
      />
      <CatalogueTable lines={lines} />
      <Section id="add" title="Add a model of your own">
        <DeviceModelForm key={lines.length} modelId={modelId} />
      </Section>
    </div>
  );
}
