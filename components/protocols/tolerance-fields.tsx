import { NumberField } from '#components/forms/text-field.tsx';
import { DefaultNote } from './default-note.tsx';

type Setting = { name: string; label: string; unit: string; what: string };

export const TOLERANCES: readonly Setting[] = [
  {
    name: 'graceMin',
    label: 'Grace',
    unit: 'hours',
    what: 'A slot without a report counts as missed this long after its time.',
  },
  {
    name: 'missedSlots',
    label: 'Missed slots',
    unit: 'in a row',
    what: 'So many missed slots in a row raise a flag.',
  },
  { name: 'silenceMin', label: 'Silence', unit: 'hours', what: 'No report for this long raises a flag.' },
  { name: 'behindUm', label: 'Behind', unit: 'mm', what: 'So far behind the plan raises a flag.' },
  { name: 'aheadUm', label: 'Ahead', unit: 'mm', what: 'So far ahead of the plan raises a flag.' },
  {
    name: 'asymmetryUm',
    label: 'Asymmetry',
    unit: 'mm',
    what: 'So much between two devices, beyond what is planned between them.',
  },
  {
    name: 'measuredUm',
    label: 'Measured against reported',
    unit: 'mm',
    what: 'So much between a measurement and the reports; the larger of this and the share.',
  },
  {
    name: 'measuredPermille',
    label: 'Measured, as a share',
    unit: '%',
    what: 'The same as a share of the reported expansion.',
  },
  {
    name: 'travelNoticeDays',
    label: 'End of travel',
    unit: 'days',
    what: 'The end of travel is announced so many days before.',
  },
  {
    name: 'eventDays',
    label: 'Single events',
    unit: 'days',
    what: 'An extra turn or a short interval stays on the list so long.',
  },
];

type ToleranceFieldsProps = {
  values: Readonly<Record<string, string>>;
  defaults: Readonly<Record<string, string>>;
};

/** When the clinic wants to know. No figure is published for any of them. */
export function ToleranceFields({ values, defaults }: ToleranceFieldsProps) {
  return (
    <details className="group/tolerances">
      <summary className="cursor-pointer font-medium">
        Tolerances{' '}
        <span className="font-normal text-ink-muted">
          (when a flag is raised; none published: clinic defaults)
        </span>
      </summary>
      <div className="grid gap-4 pt-3 sm:grid-cols-2 xl:grid-cols-3">
        {TOLERANCES.map(({ name, label, unit, what }) => (
          <NumberField
            key={name}
            name={name}
            label={label}
            unit={unit}
            defaultValue={values[name]}
            maxLength={8}
            hint={
              <>
                {what} None published;{' '}
                <DefaultNote
                  name={name}
                  value={defaults[name] ?? ''}
                  initial={values[name] ?? ''}
                  unit={` ${unit}`}
                />
              </>
            }
          />
        ))}
      </div>
    </details>
  );
}
