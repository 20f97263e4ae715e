'use client';

import { type ComponentProps, type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type DialogButtonProps = {
  /** Words of the button that opens it. */
  label: ReactNode;
  variant?: ComponentProps<typeof Button>['variant'];
  size?: ComponentProps<typeof Button>['size'];
  title: ReactNode;
  description?: ReactNode | undefined;
  /** May be rendered on the server; close it with DialogClose. */
  children: ReactNode;
  footer?: ReactNode | undefined;
  dialogSize?: ComponentProps<typeof Dialog>['size'];
};

/** A button and the dialog that it opens. */
export function DialogButton({ label, variant, size, dialogSize, children, ...dialog }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} size={size} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog {...dialog} size={dialogSize} open={open} onClose={() => setOpen(false)}>
        {children}
      </Dialog>
    </>
  );
}
