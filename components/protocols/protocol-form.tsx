import { ActionForm } from '#components/forms/action-form.tsx';
import { SelectField } from '#components/forms/choice-field.tsx';
import { DateField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextareaField } from '#components/forms/text-field.tsx';
import { MomentFields } from '#components/intake/moment-fields.tsx';
import { UnsavedGuard } from '#components/shell/unsaved-guard.tsx';
import { publishProtocolAction } from '#lib/actions/publish-protocol-action.ts';
import { REASON_WORDS } from '#lib/view/amendment-words.ts';
import { choicesOf } from '#lib/view/intake-words.ts';
import { bandWords } from '#lib/view/plan-words.ts';
import type { ProtocolDraft } from '#lib/view/protocol-form.ts';
import { CONSOLIDATION_KINDS } from './consolidation-kinds.ts';
import { DefaultNote } from './default-note.tsx';
import { protocolLabels } from './protocol-labels.ts';
import { SessionTable } from './session-table.tsx';
import { ToleranceFields } from './tolerance-fields.tsx';

type ProtocolFormProps = {
  caseId: string;
  versionId: string;
  draft: ProtocolDraft;
  isSurgeon: boolean;
  latencyDays: number;
  zoneNote: string;
  /** Person id → name, for the comparison with a version that came in between. */
  people: Readonly<Record<string, string>>;
};

/** A version of the protocol: what each device does when, until when, and what the clinic tolerates. */
export function ProtocolForm({
  caseId,
  versionId,
  draft,
  isSurgeon,
  latencyDays,
  zoneNote,
  people,
}: ProtocolFormProps) {
  const { values, defaults } = draft;
  const isFirst = draft.baseVersion === 0;
  const note = (name: string, unit?: string) => (
    <DefaultNote name={name} value={defaults[name] ?? ''} initial={values[name] ?? ''} unit={unit} />
  );
  return (
    <UnsavedGuard>
      <ActionForm
        action={publishProtocolAction}
        labels={protocolLabels(draft.devices, draft.times.length)}
        words={people}
        aria-label={`Version ${draft.baseVersion + 1} of the protocol`}
        className="max-w-5xl gap-6"
      >
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="id" value={versionId} />
        <input type="hidden" name="baseVersion" value={draft.baseVersion} />
        <input type="hidden" name="kind" value={draft.kind} />
        <p className="max-w-prose text-ink-muted">
          {isSurgeon
            ? `The clinic\u2019s band for this site is ${bandWords(draft.band)}; what lies outside it is marked, and yours to publish.`
            : `You can publish within the clinic\u2019s band for this site, ${bandWords(draft.band)}, and within the travel. A faster or slower plan, a reversal or a target past the travel needs a surgeon.`}
        </p>
        <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
          <DateField
            name="fromDay"
            label="Starts on"
            defaultValue={values.fromDay}
            hint={
              isFirst ? (
                <>
                  Operation + latency of {latencyDays} days; {note('fromDay')}
                </>
              ) : (
                'Earlier slots stay as they were planned'
              )
            }
          />
          <NumberField
            name="fromSlot"
            label="with slot"
            defaultValue={values.fromSlot}
            hint="Number of the first slot that day"
            maxLength={2}
          />
          <DateField
            name="lastDay"
            label="Last day"
            defaultValue={values.lastDay}
            hint="Nothing is planned after it"
            optional
          />
          <DateField
            name="stopVisitDay"
            label="Until the visit on"
            defaultValue={values.stopVisitDay}
            hint="Whichever comes first: amount, last day or visit"
            optional
          />
          <NumberField
            name="latencyDays"
            label="Latency"
            unit="days"
            defaultValue={values.latencyDays}
            hint={isFirst ? note('latencyDays', ' days') : 'As prescribed at first'}
            maxLength={4}
            optional
          />
        </div>
        <fieldset className="grid min-w-0 gap-2">
          <legend className="mb-1 font-medium">Sessions and amounts</legend>
          <p className="max-w-prose text-ink-muted text-sm">
            Leave the rows empty that are not used. Amounts are actuations, such as 1, 0.5 or 1/3; 0 holds a
            device, -1 turns it back.
          </p>
          <SessionTable {...draft} isSurgeon={isSurgeon} />
        </fieldset>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="consolidationKind"
            label="Consolidation"
            options={CONSOLIDATION_KINDS}
            defaultValue={values.consolidationKind}
            hint={note('consolidationKind')}
          />
          <NumberField
            name="consolidationValue"
            label="Days, or the multiple"
            defaultValue={values.consolidationValue}
            maxLength={8}
            hint={<>Empty where imaging decides; {note('consolidationValue')}</>}
            optional
          />
          <TextareaField
            name="missedTurnEn"
            label="After a missed turn, in English"
            defaultValue={values.missedTurnEn}
            rows={3}
            maxLength={1000}
            hint={<>No rule is published; {note('missedTurnEn')}</>}
          />
          <TextareaField
            name="missedTurnEs"
            label="After a missed turn, in Spanish"
            defaultValue={values.missedTurnEs}
            rows={3}
            maxLength={1000}
            hint={note('missedTurnEs')}
          />
          <NumberField
            name="minIntervalMin"
            label="Shortest time between two turns"
            unit="hours"
            defaultValue={values.minIntervalMin}
            maxLength={8}
            hint={<>None published; {note('minIntervalMin', ' hours')}</>}
          />
          <NumberField
            name="contactDays"
            label="Longest time without contact"
            unit="days"
            defaultValue={values.contactDays}
            maxLength={4}
            hint={<>Weekly is common; {note('contactDays', ' days')}</>}
          />
        </div>
        <ToleranceFields values={values} defaults={defaults} />
        <SelectField
          name="reasonCode"
          label="Reason"
          options={choicesOf(REASON_WORDS)}
          defaultValue={values.reasonCode}
          placeholder="Choose the reason"
        />
        <TextareaField
          name="reason"
          label="In words"
          defaultValue={values.reason}
          rows={2}
          maxLength={1000}
        />
        <MomentFields
          name="toldAt"
          label="Family told"
          hint="Leave it empty if they are told later"
          zoneNote={zoneNote}
          optional
        />
        <SubmitButton pendingLabel="Publishing…" className="justify-self-start">
          Publish version {draft.baseVersion + 1}
        </SubmitButton>
      </ActionForm>
    </UnsavedGuard>
  );
}
