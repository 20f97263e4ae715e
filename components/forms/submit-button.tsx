'use client';

import type { ComponentProps, MouseEvent } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from '#components/ui/button.tsx';
import { useForm } from './form-context.tsx';

type SubmitButtonProps = Omit<ComponentProps<typeof Button>, 'type' | 'pending'> & {
  /** What the button says while the form is on its way: `Saving…`. */
  pendingLabel?: string | undefined;
};

/** Sends the form around it, once: further presses while it is on its way do nothing. */
export function SubmitButton({
  variant = 'primary',
  pendingLabel,
  children,
  onClick,
  ...props
}: SubmitButtonProps) {
  const status = useFormStatus();
  const form = useForm();
  const pending = status.pending || form.pending;
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <Button {...props} type="submit" variant={variant} pending={pending} onClick={press}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
