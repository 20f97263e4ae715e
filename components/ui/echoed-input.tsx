'use client';

import { clsx } from 'clsx';
import { type ChangeEvent, type ComponentProps, useState } from 'react';
import { lineControlClass } from './control-class.ts';

/** Of an input whose value is said beside it; `defaultValue` is as the browser's control takes it. */
export type EchoedInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue'> & {
  defaultValue?: string | undefined;
};

/** A control of the browser with its value beside it in our words: browsers show dates and times by their own language. */
export function EchoedInput({
  type,
  width,
  say,
  defaultValue = '',
  className,
  onChange,
  ...props
}: EchoedInputProps & { type: 'date' | 'time'; width: string; say: (value: string) => string }) {
  const [value, setValue] = useState(defaultValue);
  function follow(event: ChangeEvent<HTMLInputElement>) {
    setValue(event.target.value);
    onChange?.(event);
  }
  return (
    <span className={clsx('flex flex-wrap items-center gap-x-2', className)}>
      <input
        {...props}
        type={type}
        defaultValue={defaultValue}
        onChange={follow}
        className={clsx(lineControlClass, width)}
      />
      <output className="whitespace-nowrap text-ink-muted text-sm">{say(value)}</output>
    </span>
  );
}
