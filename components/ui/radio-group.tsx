import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export type RadioOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  disabled?: boolean | undefined;
};

type RadioGroupProps = {
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string | undefined;
  required?: boolean | undefined;
  /** `segments` sets few short choices side by side as one strip; `list` sets them one below another. */
  look?: 'list' | 'segments' | undefined;
  /** Id of the first radio, so that an error summary can lead to it. */
  id?: string | undefined;
  invalid?: boolean | undefined;
  describedBy?: string | undefined;
};

/** One of few. The surrounding fieldset and legend come from the field. */
export function RadioGroup({
  name,
  options,
  defaultValue,
  required,
  look = 'list',
  id,
  invalid,
  describedBy,
}: RadioGroupProps) {
  const segments = look === 'segments';
  return (
    <div
      className={
        segments
          ? 'inline-flex flex-wrap overflow-hidden rounded-md border border-line-strong has-[[aria-invalid=true]]:border-act'
          : 'grid gap-1'
      }
    >
      {options.map((option, index) => (
        <label key={option.value} className={segments ? segmentClass : listClass}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            required={required}
            disabled={option.disabled}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            className={
              segments
                ? 'sr-only'
                : 'mt-0.5 size-4 shrink-0 cursor-pointer pointer-coarse:mt-0 pointer-coarse:size-5'
            }
          />
          <span>
            {option.label}
            {option.hint ? <span className="block text-ink-muted text-sm">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </div>
  );
}

const listClass = clsx(
  'flex min-h-6 cursor-pointer items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:items-center',
  'has-disabled:cursor-not-allowed has-disabled:text-ink-muted',
);

const segmentClass = clsx(
  'relative flex h-8 cursor-pointer items-center border-line-strong border-l px-3 first:border-l-0 pointer-coarse:h-11',
  'hover:bg-surface-sunk has-checked:bg-accent has-checked:text-on-accent',
  'has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-accent',
  'has-checked:has-focus-visible:outline-on-accent',
);
