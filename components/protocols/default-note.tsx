'use client';

import { useRef } from 'react';
import { useFormText } from '#components/intake/use-form-text.ts';

type DefaultNoteProps = {
  /** Control whose value is the clinic's default as long as nobody changes it. */
  name: string;
  /** The default, as it would be typed. */
  value: string;
  /** What the control holds at first. */
  initial: string;
  unit?: string | undefined;
};

/** Says that a value is the clinic's default, or what that would be once it was changed. */
export function DefaultNote({ name, value, initial, unit = '' }: DefaultNoteProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const text = useFormText(anchor, { [name]: initial })[name] ?? '';
  const isDefault = text.trim() === value;
  return (
    <span ref={anchor} className={isDefault ? undefined : 'text-ink'}>
      {isDefault
        ? 'clinic default'
        : value.length > 20
          ? 'changed from the clinic default'
          : `clinic default: ${value}${unit}`}
    </span>
  );
}
