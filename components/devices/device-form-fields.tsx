import { RadioField, SelectField } from '#components/forms/choice-field.tsx';
import { DateField } from '#components/forms/date-field.tsx';
import { NumberField, TextField } from '#components/forms/text-field.tsx';
import { MomentFields } from '#components/intake/moment-fields.tsx';
import type { DeviceValues, ModelChoice } from '#lib/view/device-form.ts';
import { choicesOf, DIRECTION_WORDS, MRI_WORDS } from '#lib/view/intake-words.ts';
import { ThreadFormFields } from './thread-form-fields.tsx';

export const DEVICE_LABELS = {
  modelId: 'Model',
  label: 'Label',
  position: 'Position',
  umPerTurn: 'mm of a turn',
  actuationsPerTurn: 'Actuations of a turn',
  threadConfirmed: 'Check of the figures',
  turnDirection: 'Direction',
  travelUm: 'Travel',
  initialOpeningUm: 'Opening at placement',
  placedAt: 'Placed',
  placedAtDay: 'Placed, day',
  placedAtTime: 'Placed, time',
  lot: 'Lot',
  serial: 'Serial number',
  udi: 'UDI',
  expiresDay: 'Expiry',
  mriStatus: 'MRI',
  mriReference: 'MRI reference',
  arm: 'Arm',
  driver: 'Driver',
};

const LABELS = [
  'A',
  'B',
  'C',
  'D',
  'Left',
  'Right',
  'Left front',
  'Left back',
  'Right front',
  'Right back',
  'Midline',
];
const POSITIONS = [
  'Left parietal',
  'Right parietal',
  'Left parieto-occipital',
  'Right parieto-occipital',
  'Midline occipital',
  'Left zygoma',
  'Right zygoma',
  'Left maxilla',
  'Right maxilla',
  'Left mandibular body',
  'Right mandibular body',
  'Left mandibular ramus',
  'Right mandibular ramus',
  'Midline symphysis',
];

type DeviceFormFieldsProps = { models: readonly ModelChoice[]; values: DeviceValues; zoneNote: string };

/** One device as it was placed. A case has any number, each with a label of its own. */
export function DeviceFormFields({ models, values, zoneNote }: DeviceFormFieldsProps) {
  const text = (name: keyof typeof DEVICE_LABELS, maxLength: number, hint?: string) => (
    <TextField
      name={name}
      label={DEVICE_LABELS[name]}
      hint={hint}
      defaultValue={values[name]}
      maxLength={maxLength}
      optional
    />
  );
  return (
    <div className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="label"
          label="Label"
          hint="The word by which the family and the clinic know this device"
          list="device-labels"
          defaultValue={values.label}
          maxLength={40}
        />
        <TextField
          name="position"
          label="Position"
          hint="Where it sits, and across which osteotomy"
          list="device-positions"
          defaultValue={values.position}
          maxLength={120}
        />
        <Suggestions id="device-labels" words={LABELS} />
        <Suggestions id="device-positions" words={POSITIONS} />
      </div>
      <ThreadFormFields models={models} values={values} />
      <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
        <RadioField
          name="turnDirection"
          label="To lengthen, turn"
          look="segments"
          hint="A property of this placement, not of the model"
          options={choicesOf(DIRECTION_WORDS)}
          defaultValue={values.turnDirection}
        />
        <NumberField
          name="initialOpeningUm"
          label="Opening at placement"
          unit="mm"
          hint="Left open after the test activation; 0 if closed"
          defaultValue={values.initialOpeningUm}
          maxLength={8}
        />
        <MomentFields
          name="placedAt"
          label="Placed"
          day={values.placedAtDay}
          time={values.placedAtTime}
          zoneNote={zoneNote}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        {text('lot', 60, 'A recall is found by model and lot')}
        {text('serial', 60)}
        {text('udi', 300, 'Device identifier, or scan the barcode here: it fills lot, serial and expiry')}
        <DateField name="expiresDay" label="Expiry" defaultValue={values.expiresDay} optional />
        {text('arm', 120, 'Such as flexible 40 mm, removable')}
        {text('driver', 120, 'What fits it at removal')}
        <SelectField
          name="mriStatus"
          label="MRI"
          hint="Only as its instructions say, never from the material"
          options={choicesOf(MRI_WORDS)}
          defaultValue={values.mriStatus ?? 'unknown'}
        />
        {text('mriReference', 300, 'Instructions for use, edition and page')}
      </div>
    </div>
  );
}

function Suggestions({ id, words }: { id: string; words: readonly string[] }) {
  return (
    <datalist id={id}>
      {words.map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  );
}
