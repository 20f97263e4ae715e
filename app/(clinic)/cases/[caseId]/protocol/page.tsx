import type { Metadata } from 'next';
import { CaseStepList } from '#components/intake/case-step-list.tsx';
import { CourseSection } from '#components/protocols/course-section.tsx';
import { ProtocolSection } from '#components/protocols/protocol-section.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { loadProtocol } from '#lib/loaders/load-protocol.ts';

export const metadata: Metadata = { title: 'Protocol' };

type ProtocolPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ProtocolPage({ params, searchParams }: ProtocolPageProps) {
  const { course, steps, isClosed, ...protocol } = await loadProtocol(
    (await params).caseId,
    await searchParams,
  );
  const { caseId, zoneNote, staff, now } = protocol;
  return (
    <div className="grid gap-6">
      {isClosed ? (
        <Alert level="info" title="This case is closed.">
          Its protocol and course can be read, not changed.
        </Alert>
      ) : null}
      {steps ? <CaseStepList steps={steps} here={protocol.form ? 'protocol' : undefined} /> : null}
      <ProtocolSection {...protocol} />
      {protocol.hasOperation ? <CourseSection {...{ caseId, zoneNote, staff, now }} {...course} /> : null}
    </div>
  );
}
