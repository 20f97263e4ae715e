'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** One sentence under the title; read out with it. */
  description?: ReactNode | undefined;
  children?: ReactNode | undefined;
  /** Buttons, at the end. */
  footer?: ReactNode | undefined;
  size?: 'sm' | 'md' | 'lg' | undefined;
  /** Stays until a button is pressed: no Esc, no cross. */
  insistent?: boolean | undefined;
  className?: string | undefined;
};

const widths = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-4xl' };

/**
 * The browser's own modal dialog: it traps and returns the focus, closes on Esc and makes the page behind
 * inert without a script or a style of its own, which a strict content policy would refuse. Closed it is empty.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  size = 'md',
  insistent,
  className,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);

  function holdEscape(event: KeyboardEvent) {
    if (insistent && event.key === 'Escape') event.preventDefault();
  }
  /** Browsers let a second Esc or a back gesture through whatever the page says: an insistent dialog comes back. */
  function closed() {
    if (insistent && open) dialog.current?.showModal();
    else onClose();
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onClose={closed}
      onKeyDown={holdEscape}
      className={clsx(
        'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] overflow-y-auto rounded-md border border-line bg-surface-raised p-0 text-ink shadow-float',
        'backdrop:bg-black/50',
        widths[size],
        className,
      )}
    >
      {open ? (
        <div className="grid gap-4 p-4 sm:p-6">
          <div className="flex items-start justify-between gap-4">
            <div>
              <h2 id={`${id}-title`} className="font-semibold text-lg">
                {title}
              </h2>
              {description ? (
                <p id={`${id}-description`} className="mt-1 text-ink-muted">
                  {description}
                </p>
              ) : null}
            </div>
            {insistent ? null : (
              <IconButton label="Close" size="sm" onClick={onClose}>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="m4 4 8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.5" />
                </svg>
              </IconButton>
            )}
          </div>
          {children}
          {footer ? <div className="flex flex-wrap justify-end gap-2">{footer}</div> : null}
        </div>
      ) : null}
    </dialog>
  );
}
