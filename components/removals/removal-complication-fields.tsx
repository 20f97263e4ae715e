import { CheckboxField, SelectField } from '#components/forms/choice-field.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { CLAVIEN_DINDO_WORDS, SEVERITY_WORDS } from '#lib/view/complication-words.ts';
import { type Choice, choicesOf } from '#lib/view/intake-words.ts';

type RemovalComplicationFieldsProps = {
  draft: {
    complicationIds: readonly string[];
    kinds: readonly Choice[];
    failures: readonly Choice[];
    ofDevices: readonly Choice[];
  };
};

/** The complications seen at the removal: they become complications of the case. */
export function RemovalComplicationFields({ draft }: RemovalComplicationFieldsProps) {
  const [first, ...others] = draft.complicationIds;
  if (first === undefined) {
    return (
      <p className="text-ink-muted">
        Complications are recorded by a surgeon or a nurse, under Complications or with this form.
      </p>
    );
  }
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">Complications</legend>
      <ComplicationLine draft={draft} id={first} row={1} />
      {others.length > 0 ? (
        <details>
          <summary className="cursor-pointer text-accent underline">More than one</summary>
          <div className="mt-3 grid gap-5">
            {others.map((id, index) => (
              <ComplicationLine key={id} draft={draft} id={id} row={index + 2} />
            ))}
          </div>
        </details>
      ) : null}
    </fieldset>
  );
}

type ComplicationLineProps = RemovalComplicationFieldsProps & { id: string; row: number };

function ComplicationLine({ draft, id, row }: ComplicationLineProps) {
  return (
    <div className="grid gap-3 border-line border-l-3 pl-4">
      <input type="hidden" name={`complicationId${row}`} value={id} />
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField
          name={`complicationKind${row}`}
          label={`Complication ${row}`}
          placeholder="None"
          options={draft.kinds}
          optional
        />
        <SelectField
          name={`complicationFailure${row}`}
          label="What failed"
          placeholder="Of a device failure alone"
          options={draft.failures}
          optional
        />
        <SelectField
          name={`complicationDevice${row}`}
          label="Device"
          placeholder="The case as a whole"
          options={draft.ofDevices}
          optional
        />
        <SelectField
          name={`complicationClavienDindo${row}`}
          label="Clavien-Dindo"
          placeholder="Not graded"
          options={choicesOf(CLAVIEN_DINDO_WORDS)}
          optional
        />
        <SelectField
          name={`complicationSeverity${row}`}
          label="Severity"
          placeholder="Not graded"
          options={choicesOf(SEVERITY_WORDS)}
          optional
        />
        <TextField name={`complicationNote${row}`} label="Note" maxLength={2000} optional />
      </div>
      <CheckboxField
        name={`complicationSettled${row}`}
        label="Settled: nothing is left to do about it"
        hint="Otherwise it is open, and keeps the case open."
      />
    </div>
  );
}
