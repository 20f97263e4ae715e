import type { Metadata } from 'next';
import { ClinicSettingsForm } from '#components/clinic/clinic-settings-form.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { loadClinicSettings } from '#lib/loaders/load-clinic-settings.ts';

export const metadata: Metadata = { title: 'Defaults' };

export default async function DefaultsPage() {
  const { clinic, draft } = await loadClinicSettings();
  return (
    <>
      <PageHeader
        title="Defaults"
        actions={<ButtonLink href="/admin/tuning">Try other defaults on last month</ButtonLink>}
        detail={`What the next protocols of ${clinic} start from. Protocols that are published keep what they say.`}
      />
      <ClinicSettingsForm draft={draft} />
    </>
  );
}
