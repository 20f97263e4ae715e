import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { Caregiver } from '#lib/domain/patient/caregiver.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { caregiverWords } from '#lib/view/patient-words.ts';
import { CaregiverForm } from './caregiver-form.tsx';

type CaregiversSectionProps = {
  caseId: string;
  caregivers: readonly Caregiver[];
  caregiverForm: { id: string; caregiver: Caregiver | null } | null;
  teachers: readonly Choice[];
  people: Readonly<Record<string, string>>;
  zone: string;
  zoneNote: string;
  mayUpdate: boolean;
};

/** Who turns at home, how to reach them, what they were taught; and the form for one. */
export function CaregiversSection(props: CaregiversSectionProps) {
  const { caseId, caregivers, caregiverForm, teachers, people, zone, zoneNote, mayUpdate } = props;
  const path = `/cases/${caseId}/patient`;
  return (
    <Section
      id="caregivers"
      title="Caregivers"
      detail={caregivers.length === 0 ? undefined : String(caregivers.length)}
      actions={
        mayUpdate && caregiverForm === null ? (
          <ButtonLink href={`${path}?caregiver=new#caregivers`} size="sm">
            Add a caregiver
          </ButtonLink>
        ) : null
      }
    >
      <div className="grid gap-4">
        {caregivers.length === 0 && caregiverForm === null ? (
          <EmptyState title="No caregiver is recorded">
            Relatives turn only after training: record who they are, how to reach them and what they were
            taught.
          </EmptyState>
        ) : null}
        <ul className="grid gap-x-8 md:grid-cols-2 xl:grid-cols-3">
          {caregivers.map((caregiver) => (
            <CaregiverCard
              key={caregiver.id}
              caregiver={caregiver}
              taughtBy={
                caregiver.taughtById === null
                  ? null
                  : (people[caregiver.taughtById] ?? 'somebody who has left')
              }
              zone={zone}
              href={mayUpdate ? `${path}?caregiver=${caregiver.id}#caregivers` : null}
            />
          ))}
        </ul>
        {caregiverForm ? (
          <CaregiverForm
            key={caregiverForm.caregiver?.id ?? caregivers.length}
            {...{ caseId, teachers, people, zone, zoneNote }}
            {...caregiverForm}
          />
        ) : null}
      </div>
    </Section>
  );
}

type CaregiverCardProps = {
  caregiver: Caregiver;
  taughtBy: string | null;
  zone: string;
  href: string | null;
};

function CaregiverCard({ caregiver, taughtBy, zone, href }: CaregiverCardProps) {
  const words = caregiverWords(caregiver, zone);
  const training = [
    taughtBy && `${words.taughtAt} by ${taughtBy}`,
    caregiver.teachBackSeen && 'teach-back seen',
    caregiver.toolHandedOver && 'tool handed over',
  ].filter(Boolean);
  return (
    <li className="grid content-start gap-1 border-line border-b py-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">{caregiver.name}</span>
        <span className="text-ink-muted">{caregiver.relation}</span>
        {href === null ? null : (
          <TextLink href={href} className="ml-auto" aria-label={`Change ${caregiver.name}`}>
            Change
          </TextLink>
        )}
      </p>
      <dl className="grid grid-cols-[5rem_1fr] gap-x-2 text-sm">
        <dt className="text-ink-muted">Phone</dt>
        <dd>{words.phone || <Unknown>not recorded</Unknown>}</dd>
        <dt className="text-ink-muted">Language</dt>
        <dd>{words.language}</dd>
        <dt className="text-ink-muted">Best time</dt>
        <dd>{words.bestTime || <Unknown>not recorded</Unknown>}</dd>
        <dt className="text-ink-muted">Training</dt>
        <dd>{training.length === 0 ? <Unknown>not taught yet</Unknown> : training.join(', ')}</dd>
      </dl>
    </li>
  );
}
