import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { SegmentedLinks } from '#components/ui/segmented-links.tsx';
import { publishProtocolAction } from '#lib/actions/publish-protocol-action.ts';
import { signatureWords } from '#lib/view/plan-words.ts';
import { draftEntries } from '#lib/view/protocol-form.ts';
import type { ProtocolPage } from '#lib/view/protocol-page.ts';
import { AmendmentPreview } from './amendment-preview.tsx';
import { FormWithPreview } from './form-with-preview.tsx';
import { protocolLabels } from './protocol-labels.ts';
import { ReasonFields } from './reason-fields.tsx';
import { RestFields } from './rest-fields.tsx';
import { SessionTable } from './session-table.tsx';
import { StartFields } from './start-fields.tsx';

type ProtocolFormProps = Pick<ProtocolPage, 'caseId' | 'zoneNote' | 'staff'> &
  NonNullable<ProtocolPage['form']>;

/** A version of the protocol: what each device does when, until when, what the clinic tolerates, and what it changes. */
export function ProtocolForm({ caseId, versionId, draft, devices, preview, ...said }: ProtocolFormProps) {
  const { latencyDays, zoneNote, staff, notes, bases } = said;
  const version = draft.seenVersion + 1;
  const isWhole = draft.kind === 'first' || draft.kind === 'change' || draft.kind === 'exchange';
  const rest = <RestFields draft={draft} latencyDays={latencyDays} />;
  return (
    <ActionForm
      action={publishProtocolAction}
      labels={protocolLabels(draft.devices, draft.times.length)}
      words={Object.fromEntries(staff.map(({ value, label }) => [value, label]))}
      aria-label={`Version ${version} of the protocol`}
      className="gap-6"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={versionId} />
      <input type="hidden" name="seenVersion" value={draft.seenVersion} />
      <input type="hidden" name="kind" value={draft.kind} />
      <input type="hidden" name="drafted" value={draft.drafted ?? ''} />
      <FormWithPreview
        id="preview"
        preview={<AmendmentPreview base={preview} initial={draftEntries(draft)} name={`With v${version}`} />}
        buttons={
          <>
            <SubmitButton variant="secondary" name="intent" value="preview">
              Preview
            </SubmitButton>
            <SubmitButton pendingLabel="Publishing…" name="intent" value="publish">
              Publish version {version}
            </SubmitButton>
          </>
        }
      >
        <p className="max-w-prose text-ink-muted">
          {signatureWords(draft.kind, draft.band, preview.maySign)}
        </p>
        {notes.map((note) => (
          <p key={note} className="max-w-prose">
            {note} The new device counts from its own opening at placement.
          </p>
        ))}
        {bases.length > 0 ? (
          <div className="grid gap-2">
            <SegmentedLinks label="What is amended" segments={bases} />
            <p className="max-w-prose text-ink-muted">
              The amounts below are those of the version chosen here. One that begins later goes on from its
              own start, with this amendment in it: the preview says what that comes to.
            </p>
          </div>
        ) : null}
        {devices.length > 0 ? <SegmentedLinks label="Devices amended" segments={devices} /> : null}
        <StartFields draft={draft} latencyDays={latencyDays} />
        <fieldset className="grid min-w-0 gap-2">
          <legend className="mb-1 font-medium">Sessions and amounts</legend>
          <p className="max-w-prose text-ink-muted text-sm">
            Leave the rows empty that are not used. Amounts are actuations, such as 1, 0.5 or 1/3; 0 holds a
            device, -1 turns it back.
          </p>
          <SessionTable {...draft} isSurgeon={preview.maySign} />
        </fieldset>
        {isWhole ? (
          rest
        ) : (
          <details className="group/rest">
            <summary className="cursor-pointer font-medium">
              Everything else <span className="font-normal text-ink-muted">(stays as it is)</span>
            </summary>
            <div className="pt-3">{rest}</div>
          </details>
        )}
        <ReasonFields values={draft.values} zoneNote={zoneNote} staff={staff} />
      </FormWithPreview>
    </ActionForm>
  );
}
