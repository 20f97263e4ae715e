import { SelectField } from '#components/forms/choice-field.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { SITE_WORDS } from '#lib/view/case-words.ts';
import { type Choice, choicesOf } from '#lib/view/intake-words.ts';
import { zoneNames } from '#lib/view/zone-names.ts';

export const CASE_LABELS = { site: 'Site', surgeonId: 'Surgeon', zone: 'Zone of the family' };

type CaseFieldsProps = {
  surgeons: readonly Choice[];
  site?: string | undefined;
  surgeonId?: string | undefined;
  zone: string;
};

/** Where the bone is distracted, who answers for it, and on which clock the family lives. */
export function CaseFields({ surgeons, site, surgeonId, zone }: CaseFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="site"
        label="Site"
        placeholder="Choose the site"
        options={choicesOf(SITE_WORDS)}
        defaultValue={site}
      />
      <SelectField
        name="surgeonId"
        label="Surgeon"
        placeholder="Choose the surgeon"
        options={surgeons}
        defaultValue={surgeonId}
      />
      <div>
        <TextField
          name="zone"
          label="Zone of the family"
          list="zones"
          defaultValue={zone}
          hint="Days and turns are counted on this clock. Type a city to search."
          maxLength={60}
          spellCheck={false}
        />
        <datalist id="zones">
          {zoneNames().map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
    </div>
  );
}
