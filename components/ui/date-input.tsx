'use client';

import { clsx } from 'clsx';
import { type ChangeEvent, type ComponentProps, useState } from 'react';
import { lineControlClass } from './control-class.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2025-07-14` as `14-Jul-2025`; anything else, an unfinished date included, as nothing. */
function spelledOut(value: string): string {
  const [year, month, day] = value.split('-');
  const name = months[Number(month) - 1];
  return year && name && day ? `${day}-${name}-${year}` : '';
}

type DateInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue'> & {
  /** ISO day, `YYYY-MM-DD`. */
  defaultValue?: string | undefined;
};

/** The browser's date control, with the date spelled out beside it: browsers show 03/04 by their own language. */
export function DateInput({ defaultValue = '', className, onChange, ...props }: DateInputProps) {
  const [value, setValue] = useState(defaultValue);
  function follow(event: ChangeEvent<HTMLInputElement>) {
    setValue(event.target.value);
    onChange?.(event);
  }
  return (
    <span className={clsx('flex flex-wrap items-center gap-x-2', className)}>
      <input
        {...props}
        type="date"
        defaultValue={defaultValue}
        onChange={follow}
        className={clsx(lineControlClass, 'max-w-40')}
      />
      <output className="whitespace-nowrap text-ink-muted text-sm">{spelledOut(value)}</output>
    </span>
  );
}
