import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextField } from '#components/forms/text-field.tsx';
import { addDeviceModelAction } from '#lib/actions/add-device-model-action.ts';
import { SITE_WORDS } from '#lib/view/case-words.ts';
import { choicesOf } from '#lib/view/intake-words.ts';

const LABELS = {
  maker: 'Maker',
  name: 'Model',
  sites: 'Sites',
  umPerTurn: 'mm of a turn',
  actuationsPerTurn: 'Actuations of a turn',
  travelsUm: 'Lengths of travel',
  source: 'Source',
  note: 'Actuation and notes',
};

/** A model of the clinic's own. */
export function DeviceModelForm({ modelId }: { modelId: string }) {
  return (
    <ActionForm action={addDeviceModelAction} labels={LABELS} aria-label="Add a model" className="max-w-3xl">
      <input type="hidden" name="id" value={modelId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="maker" label={LABELS.maker} maxLength={120} />
        <TextField name="name" label={LABELS.name} maxLength={120} />
      </div>
      <CheckboxListField name="sites" label={LABELS.sites} options={choicesOf(SITE_WORDS)} />
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField
          name="umPerTurn"
          label={LABELS.umPerTurn}
          unit="mm"
          hint="Empty: confirm at placement"
          optional
        />
        <NumberField name="actuationsPerTurn" label={LABELS.actuationsPerTurn} optional />
        <TextField
          name="travelsUm"
          label={LABELS.travelsUm}
          hint="In mm: 15, 20, 25"
          maxLength={200}
          optional
        />
      </div>
      <TextField
        name="source"
        label={LABELS.source}
        hint="Such as the instructions for use, edition and page"
        maxLength={300}
      />
      <TextField name="note" label={LABELS.note} maxLength={500} optional />
      <SubmitButton pendingLabel="Adding…" className="justify-self-start">
        Add the model
      </SubmitButton>
    </ActionForm>
  );
}
