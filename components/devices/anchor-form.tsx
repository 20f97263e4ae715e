import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Section } from '#components/ui/section.tsx';
import { reAnchorDeviceAction } from '#lib/actions/re-anchor-device-action.ts';
import type { AnchorPreview } from '#lib/view/anchor-preview.ts';

/** Makes a measured gap the new base of its device, after saying what that changes. */
export function AnchorForm({ caseId, preview }: { caseId: string; preview: AnchorPreview }) {
  return (
    <Section title="Make this reading the base" id="anchor" level={3}>
      <div className="grid max-w-3xl gap-4">
        <p className="font-medium">{preview.headline}</p>
        <dl className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-1">
          {preview.changes.map(({ term, before, after }) => (
            <div key={term} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-ink-muted">{term}</dt>
              <dd>
                {before} → <strong className="font-medium">{after}</strong>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          The difference of {preview.difference} is kept and shown. What was reported and planned stays: a new
          target needs a new version of the protocol.
        </p>
        <ActionForm
          action={reAnchorDeviceAction}
          labels={{ reason: 'Why' }}
          aria-label="Make this reading the base"
        >
          <input type="hidden" name="caseId" value={caseId} />
          <input type="hidden" name="id" value={preview.id} />
          <input type="hidden" name="measurementId" value={preview.measurementId} />
          <TextareaField
            name="reason"
            label="Why"
            hint="Such as lost distance confirmed on CT, the device turned back by itself"
            rows={2}
            maxLength={1000}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton pendingLabel="Saving…">Make it the base</SubmitButton>
            <ButtonLink href={`/cases/${caseId}/devices#devices`} variant="quiet">
              Leave it as it is
            </ButtonLink>
          </div>
        </ActionForm>
      </div>
    </Section>
  );
}
