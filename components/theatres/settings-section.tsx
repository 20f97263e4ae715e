import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextField } from '#components/forms/text-field.tsx';
import { Section } from '#components/ui/section.tsx';
import { saveTheatreSettingsAction } from '#lib/actions/save-theatre-settings-action.ts';

type SettingsSectionProps = {
  settings: {
    version: number;
    isDefault: boolean;
    removalMin: string;
    holdHours: string;
    leadHours: string;
    namesInCalendars: boolean;
    /** The template, then empty lines for new checks. */
    checks: readonly { key: string; label: string }[];
  };
};

const LABELS = {
  removalMin: 'A removal takes',
  holdHours: 'A hold lasts',
  leadHours: 'Free times are offered from',
};

/** What the clinic has set for its theatres, and whether it is still the default of the program. */
export function SettingsSection({ settings }: SettingsSectionProps) {
  return (
    <Section
      id="settings"
      title="Settings"
      detail={settings.isDefault ? 'defaults: nobody has changed them yet' : undefined}
    >
      <ActionForm
        action={saveTheatreSettingsAction}
        labels={LABELS}
        aria-label="Settings of the theatres"
        className="max-w-3xl"
      >
        <input type="hidden" name="version" value={settings.version} />
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField
            name="removalMin"
            label={LABELS.removalMin}
            unit="minutes"
            hint="About an hour in most published series"
            defaultValue={settings.removalMin}
          />
          <NumberField
            name="holdHours"
            label={LABELS.holdHours}
            unit="hours"
            hint="No figure is published"
            defaultValue={settings.holdHours}
          />
          <NumberField
            name="leadHours"
            label={LABELS.leadHours}
            unit="hours ahead"
            hint="No figure is published. A sooner time can be asked for by day and hour."
            defaultValue={settings.leadHours}
          />
        </div>
        <fieldset className="grid gap-2">
          <legend className="font-medium">Pre-operative checks</legend>
          <p className="mb-1 text-ink-muted text-sm">
            A check keeps what was recorded of it when it is worded otherwise. Empty a line to take its check
            out; name another one in an empty line.
          </p>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            {settings.checks.map(({ key, label }, index) => (
              <div key={key || `new ${index}`}>
                <input type="hidden" name={`checkKey${index + 1}`} value={key} />
                <TextField
                  name={`check${index + 1}`}
                  label={key ? `Check ${index + 1}` : 'Another check'}
                  defaultValue={label}
                  maxLength={120}
                  optional={key === ''}
                />
              </div>
            ))}
          </div>
        </fieldset>
        <CheckboxField
          name="namesInCalendars"
          label="Calendars that are subscribed to name the patient"
          hint="Left off, they show the room, the surgeon and the time alone."
          defaultChecked={settings.namesInCalendars}
        />
        <SubmitButton variant="secondary" pendingLabel="Saving…" className="justify-self-start">
          Save the settings
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
