import type { Metadata } from 'next';
import { DeviceFormsSection } from '#components/devices/device-forms-section.tsx';
import { CaseStepList } from '#components/intake/case-step-list.tsx';
import { OperationsSection } from '#components/intake/operations-section.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { loadDevices } from '#lib/loaders/load-devices.ts';

export const metadata: Metadata = { title: 'Devices' };

type DevicesPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DevicesPage({ params, searchParams }: DevicesPageProps) {
  const page = await loadDevices((await params).caseId, await searchParams);
  const { caseId, zone, zoneNote, isExchange } = page;
  return (
    <div className="grid gap-6">
      {page.isClosed ? (
        <Alert level="info" title="This case is closed.">
          {page.operations.rows.some(({ mayCorrect }) => mayCorrect)
            ? 'Its operations can be corrected. Nothing new is recorded of them or of its devices.'
            : 'Its operations and devices can be read, not changed.'}
        </Alert>
      ) : null}
      {page.steps ? <CaseStepList steps={page.steps} here="devices" /> : null}
      <OperationsSection {...{ caseId, zoneNote, isExchange }} {...page.operations} />
      <DeviceFormsSection {...{ caseId, zone, zoneNote, isExchange }} {...page.devices} />
    </div>
  );
}
