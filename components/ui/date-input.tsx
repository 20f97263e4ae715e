'use client';

import { EchoedInput, type EchoedInputProps } from './echoed-input.tsx';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2025-07-14` as `14-Jul-2025`; anything else, an unfinished date included, as nothing. */
function spelledOut(value: string): string {
  const [year, month, day] = value.split('-');
  const name = months[Number(month) - 1];
  return year && name && day ? `${day}-${name}-${year}` : '';
}

/** The browser's date control (`YYYY-MM-DD`), with the date spelled out beside it: browsers show 03/04 by their own language. */
export function DateInput(props: EchoedInputProps) {
  return <EchoedInput {...props} type="date" width="max-w-40" say={spelledOut} />;
}
