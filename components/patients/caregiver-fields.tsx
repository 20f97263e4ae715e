import { CheckboxField, SelectField } from '#components/forms/choice-field.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { MomentFields } from '#components/intake/moment-fields.tsx';
import { isoDay, localTime } from '#lib/domain/case-day.ts';
import type { Caregiver } from '#lib/domain/patient/caregiver.ts';
import { formatMinute } from '#lib/view/format-date.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { languageChoices } from '#lib/view/language-choices.ts';

export const CAREGIVER_LABELS = {
  name: 'Name',
  relation: 'Relation',
  language: 'Language',
  phone: 'Phone',
  bestTime: 'Best time',
  taughtById: 'Taught by',
  taughtAt: 'Taught',
  taughtAtDay: 'Taught, day',
  taughtAtTime: 'Taught, time',
  teachBackSeen: 'Teach-back seen',
  toolHandedOver: 'Tool handed over',
};

type CaregiverFieldsProps = {
  teachers: readonly Choice[];
  zone: string;
  zoneNote?: string | undefined;
  caregiver?: Caregiver | undefined;
  /** The whole caregiver may be left out: nothing is marked as missing. */
  optional?: boolean | undefined;
};

/** Who turns at home, how to reach them, and what they were taught. */
export function CaregiverFields({ teachers, zone, zoneNote, caregiver, optional }: CaregiverFieldsProps) {
  const taught = caregiver?.taughtAt == null ? null : localTime(zone, caregiver.taughtAt);
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="name"
          label="Name"
          defaultValue={caregiver?.name}
          maxLength={120}
          optional={optional}
        />
        <TextField
          name="relation"
          label="Relation to the child"
          hint="Such as mother, father, grandmother"
          defaultValue={caregiver?.relation}
          maxLength={60}
          optional={optional}
        />
        <SelectField
          name="language"
          label="Language"
          options={languageChoices(caregiver?.language)}
          defaultValue={caregiver?.language ?? 'en'}
        />
        <TextField
          name="phone"
          label="Phone"
          type="tel"
          defaultValue={caregiver?.phone ?? undefined}
          maxLength={60}
          optional
        />
        <TextField
          name="bestTime"
          label="Best time to call"
          hint="Such as weekdays after 18:00"
          defaultValue={caregiver?.bestTime ?? undefined}
          maxLength={120}
          optional
        />
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-medium">
          Training <span className="font-normal text-ink-muted">(relatives turn only after it)</span>
        </legend>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
          <SelectField
            name="taughtById"
            label="Taught by"
            placeholder="Not taught yet"
            options={teachers}
            defaultValue={caregiver?.taughtById ?? undefined}
            className="w-64"
            optional
          />
          <MomentFields
            name="taughtAt"
            label="Taught"
            day={taught ? isoDay(taught.day) : undefined}
            time={taught ? formatMinute(taught.minute) : undefined}
            zoneNote={zoneNote}
            optional
          />
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          <CheckboxField
            name="teachBackSeen"
            label="Teach-back seen"
            defaultChecked={caregiver?.teachBackSeen}
          />
          <CheckboxField
            name="toolHandedOver"
            label="Tool handed over"
            defaultChecked={caregiver?.toolHandedOver}
          />
        </div>
      </fieldset>
    </div>
  );
}
