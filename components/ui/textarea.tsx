import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass } from './control-class.ts';

/** Several lines of text; grows with what is typed where the browser can. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...props}
      rows={rows}
      className={clsx(
        controlClass,
        'field-sizing-content min-h-16 read-only:bg-surface-sunk px-2 py-1.5',
        className,
      )}
    />
  );
}
