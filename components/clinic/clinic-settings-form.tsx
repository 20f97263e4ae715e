import { ActionForm } from '#components/forms/action-form.tsx';
import { SelectField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextareaField, TextField } from '#components/forms/text-field.tsx';
import { CONSOLIDATION_KINDS } from '#components/protocols/consolidation-kinds.ts';
import { TOLERANCES } from '#components/protocols/tolerance-fields.tsx';
import { Section } from '#components/ui/section.tsx';
import { changeClinicSettingsAction } from '#lib/actions/change-clinic-settings-action.ts';
import type { ClinicSettingsDraft } from '#lib/view/clinic-settings.ts';
import { RATE_WARNING } from '#lib/view/default-sources.ts';
import { BandTable } from './band-table.tsx';
import { SettingField, SettingSource } from './setting-field.tsx';
import { settingLabels } from './setting-labels.ts';
import { SETTINGS } from './settings.ts';

/** What the next protocols of the clinic start from: every figure with its source, or that none is published. */
export function ClinicSettingsForm({ draft }: { draft: ClinicSettingsDraft }) {
  const { values, version, bands } = draft;
  return (
    <ActionForm
      action={changeClinicSettingsAction}
      labels={settingLabels(bands)}
      words={Object.fromEntries(CONSOLIDATION_KINDS.map(({ value, label }) => [value, label]))}
      aria-label="Defaults of the clinic"
      className="max-w-6xl gap-6"
    >
      <input type="hidden" name="version" value={version} />
      <Section id="clinic" title="Clinic">
        <TextField
          name="phone"
          label="Number of the clinic"
          hint="Families call it: it stands on their turning sheet"
          defaultValue={values.phone}
          maxLength={60}
          className="max-w-md"
          optional
        />
      </Section>
      <Section id="bands" title="Rates without a second signature">
        <div className="grid gap-3">
          <p className="max-w-prose text-ink-muted">
            A rate outside its site’s band asks for a surgeon. A site that is left empty has{' '}
            {draft.widestBand}. {RATE_WARNING}
          </p>
          <BandTable rows={bands} />
        </div>
      </Section>
      <Section id="protocol" title="Protocols">
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
          <SettingField draft={draft} {...SETTINGS.latencyDays} />
          <TextField
            name="sessions"
            label="Times of the sessions"
            hint={<SettingSource draft={draft} name="sessions" />}
            defaultValue={values.sessions}
            maxLength={200}
          />
          <SettingField draft={draft} {...SETTINGS.minIntervalMin} />
          <SettingField draft={draft} {...SETTINGS.contactDays} />
          <SelectField
            name="consolidationKind"
            label="Consolidation"
            options={CONSOLIDATION_KINDS}
            defaultValue={values.consolidationKind}
            hint={<SettingSource draft={draft} name="consolidationKind" of="consolidation" />}
          />
          <NumberField
            name="consolidationValue"
            label="Days, or the multiple"
            defaultValue={values.consolidationValue}
            maxLength={8}
            hint="Empty where imaging decides."
            optional
          />
          <SettingField draft={draft} {...SETTINGS.overdueRemovalDays} />
          <SettingField draft={draft} {...SETTINGS.cosignHours} />
          <SettingField draft={draft} {...SETTINGS.retroactiveHours} />
        </div>
        <div className="grid gap-x-8 gap-y-4 pt-4 sm:grid-cols-2">
          <TextareaField
            name="missedTurnEn"
            label="After a missed turn, in English"
            defaultValue={values.missedTurnEn}
            rows={3}
            maxLength={1000}
            hint={<SettingSource draft={draft} name="missedTurnEn" of="missedTurn" />}
          />
          <TextareaField
            name="missedTurnEs"
            label="After a missed turn, in Spanish"
            defaultValue={values.missedTurnEs}
            rows={3}
            maxLength={1000}
            hint="What families read who speak Spanish: have it proofread."
          />
        </div>
      </Section>
      <Section id="tolerances" title="When a flag is raised">
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
          {TOLERANCES.map((setting) => (
            <SettingField key={setting.name} draft={draft} {...setting} />
          ))}
        </div>
      </Section>
      <SubmitButton pendingLabel="Saving…" className="justify-self-start">
        Save the defaults
      </SubmitButton>
    </ActionForm>
  );
}
