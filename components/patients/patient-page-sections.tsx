import { CASE_LABELS } from '#components/intake/case-fields.tsx';
import { CaseForm } from '#components/intake/case-form.tsx';
import { CloseCaseForm } from '#components/intake/close-case-form.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Section } from '#components/ui/section.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { Site } from '#lib/domain/facts.ts';
import type { Patient } from '#lib/domain/patient/patient.ts';
import { SITE_WORDS } from '#lib/view/case-words.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { patientWords } from '#lib/view/patient-words.ts';
import { PATIENT_LABELS } from './patient-fields.tsx';
import { PatientForm } from './patient-form.tsx';

/** The patient on record: to be changed by who may, else to be read. */
export function PatientSection({
  caseId,
  patient,
  mayUpdate,
}: {
  caseId: string;
  patient: Patient;
  mayUpdate: boolean;
}) {
  return (
    <Section id="patient" title="Patient">
      {mayUpdate ? (
        <PatientForm caseId={caseId} patient={patient} />
      ) : (
        <ReadOnly labels={PATIENT_LABELS} words={patientWords(patient)} />
      )}
    </Section>
  );
}

type CaseSectionProps = {
  caseId: string;
  header: { version: number; surgeonId: string; site: Site; zone: string };
  surgeons: readonly Choice[];
  mayUpdate: boolean;
};

/** Site, surgeon and zone: to be changed by who may, else to be read. */
export function CaseSection({ caseId, header, surgeons, mayUpdate }: CaseSectionProps) {
  const { site, surgeonId, zone } = header;
  const surgeon = surgeons.find(({ value }) => value === surgeonId)?.label ?? '';
  return (
    <Section id="case" title="Case">
      {mayUpdate ? (
        <CaseForm caseId={caseId} header={header} surgeons={surgeons} />
      ) : (
        <ReadOnly labels={CASE_LABELS} words={{ site: SITE_WORDS[site], surgeonId: surgeon, zone }} />
      )}
    </Section>
  );
}

type EndSectionProps = { caseId: string; version: number; familyName: string; isClosing: boolean };

/** The end of a case: the form comes only when it is asked for. */
export function EndSection({ caseId, version, familyName, isClosing }: EndSectionProps) {
  return (
    <Section id="end" title="End of the case">
      {isClosing ? (
        <CloseCaseForm caseId={caseId} version={version} familyName={familyName} />
      ) : (
        <div className="grid justify-items-start gap-2">
          <p className="text-ink-muted">
            Once the devices are out and nothing more is to follow, close the case.
          </p>
          <ButtonLink href={`/cases/${caseId}/patient?closing=yes#end`}>Close the case …</ButtonLink>
        </div>
      )}
    </Section>
  );
}

function ReadOnly({ labels, words }: { labels: Record<string, string>; words: Record<string, string> }) {
  return (
    <DescriptionList
      className="max-w-3xl"
      items={Object.entries(words).map(([name, value]) => ({
        term: labels[name] ?? name,
        value: value || <Unknown>not recorded</Unknown>,
      }))}
    />
  );
}
