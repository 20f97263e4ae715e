'use client';

import { EchoedInput, type EchoedInputProps } from './echoed-input.tsx';

const asItIs = (value: string) => value;

/** The browser's time control (`HH:MM`, 24 hours), with that time beside it: browsers show a.m. and p.m. by their own language. */
export function TimeInput(props: EchoedInputProps) {
  return <EchoedInput {...props} type="time" width="max-w-32" say={asItIs} />;
}
