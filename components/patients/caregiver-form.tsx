import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { saveCaregiverAction } from '#lib/actions/save-caregiver-action.ts';
import type { Caregiver } from '#lib/domain/patient/caregiver.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { CAREGIVER_LABELS, CaregiverFields } from './caregiver-fields.tsx';

type CaregiverFormProps = {
  caseId: string;
  /** Of the caregiver, or made for a new one. */
  id: string;
  caregiver: Caregiver | null;
  teachers: readonly Choice[];
  people: Readonly<Record<string, string>>;
  zone: string;
  zoneNote: string;
};

/** A caregiver, new or to be changed. */
export function CaregiverForm({
  caseId,
  id,
  caregiver,
  teachers,
  people,
  zone,
  zoneNote,
}: CaregiverFormProps) {
  return (
    <ActionForm
      action={saveCaregiverAction}
      labels={CAREGIVER_LABELS}
      words={people}
      aria-label={caregiver ? `Change ${caregiver.name}` : 'New caregiver'}
      className="max-w-5xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={caregiver?.version ?? ''} />
      <input type="hidden" name="shownZone" value={zone} />
      <CaregiverFields
        teachers={teachers}
        zone={zone}
        zoneNote={zoneNote}
        caregiver={caregiver ?? undefined}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving…">Save the caregiver</SubmitButton>
        <ButtonLink href={`/cases/${caseId}/patient#caregivers`} variant="quiet">
          Leave it as it is
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
