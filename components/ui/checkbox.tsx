import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  hint?: ReactNode | undefined;
};

/** A box with its words; the whole line is the target. */
export function Checkbox({ label, hint, className, ...props }: CheckboxProps) {
  return (
    <label
      className={clsx(
        'flex min-h-6 cursor-pointer items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:items-center',
        className,
      )}
    >
      <input
        {...props}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 cursor-pointer pointer-coarse:mt-0 pointer-coarse:size-5"
      />
      <span>
        {label}
        {hint ? <span className="block text-ink-muted text-sm">{hint}</span> : null}
      </span>
    </label>
  );
}
