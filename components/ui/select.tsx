import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { lineControlClass } from './control-class.ts';

export type Option = { value: string; label: string; disabled?: boolean | undefined };

type SelectProps = ComponentProps<'select'> & {
  options: readonly Option[];
  /** A first, empty choice; what it says must not look like an answer. */
  placeholder?: string | undefined;
};

/** The browser's own list, so that it works on a phone, from the keyboard and before hydration. */
export function Select({ options, placeholder, className, ...props }: SelectProps) {
  return (
    <span className={clsx('relative block', className)}>
      <select {...props} className={clsx(lineControlClass, 'cursor-pointer appearance-none truncate pr-8')}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-ink-muted"
      >
        <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </span>
  );
}
