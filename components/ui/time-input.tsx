'use client';

import { clsx } from 'clsx';
import { type ChangeEvent, type ComponentProps, useState } from 'react';
import { lineControlClass } from './control-class.ts';

type TimeInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue'> & {
  /** `HH:MM`, 24 hours. */
  defaultValue?: string | undefined;
};

/** The browser's time control, with the 24-hour time beside it: browsers show a.m. and p.m. by their own language. */
export function TimeInput({ defaultValue = '', className, onChange, ...props }: TimeInputProps) {
  const [value, setValue] = useState(defaultValue);
  function follow(event: ChangeEvent<HTMLInputElement>) {
    setValue(event.target.value);
    onChange?.(event);
  }
  return (
    <span className={clsx('flex flex-wrap items-center gap-x-2', className)}>
      <input
        {...props}
        type="time"
        defaultValue={defaultValue}
        onChange={follow}
        className={clsx(lineControlClass, 'max-w-32')}
      />
      <output className="whitespace-nowrap text-ink-muted text-sm">{value}</output>
    </span>
  );
}
