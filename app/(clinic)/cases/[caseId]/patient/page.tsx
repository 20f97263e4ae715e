import type { Metadata } from 'next';
import { CaregiversSection } from '#components/patients/caregivers-section.tsx';
import { CaseSection, EndSection, PatientSection } from '#components/patients/patient-page-sections.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { loadPatient } from '#lib/loaders/load-patient.ts';

export const metadata: Metadata = { title: 'Patient' };

type PatientPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PatientPage({ params, searchParams }: PatientPageProps) {
  const page = await loadPatient((await params).caseId, await searchParams);
  const { caseId, patient, header, mayUpdate, isClosed } = page;
  return (
    <div className="grid gap-6">
      {isClosed ? (
        <Alert
          level="info"
          title="This case is closed."
          actions={
            page.mayOpenCase ? (
              <ButtonLink href={`/cases/new?from=${caseId}`}>Open another case for this patient</ButtonLink>
            ) : null
          }
        >
          {mayUpdate
            ? 'The patient and the caregivers can still be put right.'
            : 'It can be read, not changed.'}
        </Alert>
      ) : null}
      <PatientSection caseId={caseId} patient={patient} mayUpdate={mayUpdate} />
      <CaregiversSection {...page} />
      <CaseSection
        caseId={caseId}
        header={header}
        surgeons={page.surgeons}
        mayUpdate={mayUpdate && !isClosed}
      />
      {page.mayClose ? (
        <EndSection
          caseId={caseId}
          version={header.version}
          familyName={patient.familyName}
          isClosing={page.isClosing}
        />
      ) : null}
    </div>
  );
}
