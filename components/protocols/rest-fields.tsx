import { SelectField } from '#components/forms/choice-field.tsx';
import { NumberField, TextareaField } from '#components/forms/text-field.tsx';
import type { ProtocolDraft } from '#lib/view/protocol-form.ts';
import { CONSOLIDATION_KINDS } from './consolidation-kinds.ts';
import { DefaultNote } from './default-note.tsx';
import { ToleranceFields } from './tolerance-fields.tsx';

type RestFieldsProps = { draft: ProtocolDraft; latencyDays: number };

/** What a protocol says besides its sessions: consolidation, rules for the family, and when the clinic wants to know. */
export function RestFields({ draft: { kind, values, defaults }, latencyDays }: RestFieldsProps) {
  const note = (name: string, unit?: string) => (
    <DefaultNote name={name} value={defaults[name] ?? ''} initial={values[name] ?? ''} unit={unit} />
  );
  return (
    <div className="grid gap-6">
      <div className="grid max-w-5xl gap-4 sm:grid-cols-2">
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
        <NumberField
          name="latencyDays"
          label="Latency"
          unit="days"
          defaultValue={values.latencyDays}
          hint={kind === 'first' ? `Clinic default: ${latencyDays} days` : 'As prescribed at first'}
          maxLength={4}
          optional
        />
      </div>
      <ToleranceFields values={values} defaults={defaults} />
    </div>
  );
}
