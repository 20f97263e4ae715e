'use client';

import { type ChangeEvent, useRef, useState } from 'react';
import { CheckboxField, SelectField } from '#components/forms/choice-field.tsx';
import { useField } from '#components/forms/form-context.tsx';
import { NumberField } from '#components/forms/text-field.tsx';
import { useFormText } from '#components/intake/use-form-text.ts';
import { actuationWords } from '#lib/view/actuation-words.ts';
import type { DeviceValues, ModelChoice } from '#lib/view/device-form.ts';

type ThreadFormFieldsProps = { models: readonly ModelChoice[]; values: DeviceValues };

/** The model, and what its thread does: filled in from the catalogue, confirmed by a person. */
export function ThreadFormFields({ models, values }: ThreadFormFieldsProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const [modelId, setModelId] = useState(useField('modelId').typed ?? values.modelId ?? '');
  const typed = useFormText(anchor, {
    umPerTurn: values.umPerTurn ?? '',
    actuationsPerTurn: values.actuationsPerTurn ?? '',
  });
  const model = models.find(({ value }) => value === modelId);
  const words = actuationWords(typed.umPerTurn ?? '', typed.actuationsPerTurn ?? '');

  /** Writes what the catalogue says into the controls; what it does not say is left to be found out. */
  function follow(event: ChangeEvent<HTMLDivElement>) {
    const target: EventTarget = event.target;
    if (!(target instanceof HTMLSelectElement) || target.name !== 'modelId') return;
    const chosen = models.find(({ value }) => value === target.value);
    const form = target.form;
    setModelId(target.value);
    if (!chosen || !form) return;
    write(form, 'umPerTurn', chosen.mmPerTurn);
    write(form, 'actuationsPerTurn', chosen.actuationsPerTurn);
    const [travel] = chosen.travelsMm;
    if (chosen.travelsMm.length === 1 && travel) write(form, 'travelUm', travel);
    const tick = form.elements.namedItem('threadConfirmed');
    if (tick instanceof HTMLInputElement) tick.checked = false;
  }

  return (
    <div ref={anchor} onChange={follow} className="grid gap-4">
      <SelectField
        name="modelId"
        label="Model"
        placeholder="Not in the catalogue"
        options={models}
        defaultValue={values.modelId}
        className="max-w-md"
        hint={
          model && model.mmPerTurn === ''
            ? 'No source gives the mm of a turn for this model: read it off the device or its instructions.'
            : undefined
        }
        optional
      />
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <NumberField
          name="umPerTurn"
          label="A whole turn lengthens by"
          unit="mm"
          defaultValue={values.umPerTurn}
          maxLength={8}
        />
        <NumberField
          name="actuationsPerTurn"
          label="Actuations in a whole turn"
          unit="actuations"
          hint="1: each is 360°. 3: strokes of a third. 4: strokes of 90°."
          defaultValue={values.actuationsPerTurn}
          maxLength={3}
        />
        <NumberField
          name="travelUm"
          label="Travel"
          unit="mm"
          hint={
            model && model.travelsMm.length > 0
              ? `Made with ${model.travelsMm.join(', ')} mm`
              : 'Without it nobody can tell what is left'
          }
          defaultValue={values.travelUm}
          maxLength={8}
          optional
        />
      </div>
      <p aria-live="polite" className="min-h-6 font-semibold">
        {words ?? (
          <span className="font-normal text-ink-muted">One actuation: fill in both figures to see it.</span>
        )}
      </p>
      <CheckboxField
        name="threadConfirmed"
        label="I have checked the mm of a turn and its actuations against this device or its instructions"
        hint="The catalogue only suggests. Every amount of the plan and of each report is counted with these figures."
        required
      />
    </div>
  );
}

function write(form: HTMLFormElement, name: string, value: string) {
  const control = form.elements.namedItem(name);
  if (!(control instanceof HTMLInputElement)) return;
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
}
