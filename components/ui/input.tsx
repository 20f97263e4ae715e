import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { lineControlClass } from './control-class.ts';

type InputProps = ComponentProps<'input'> & {
  /** Figures are set to the right, so that they align with what is above and below. */
  numeric?: boolean | undefined;
};

/** A single line of text or one number. Use it inside a field, which gives it its label. */
export function Input({ className, numeric, ...props }: InputProps) {
  return (
    <input
      autoComplete="off"
      {...(numeric ? { inputMode: 'decimal' as const } : {})}
      {...props}
      className={clsx(lineControlClass, 'read-only:bg-surface-sunk', numeric && 'text-right', className)}
    />
  );
}
