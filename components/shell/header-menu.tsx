'use client';

import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';

type HeaderMenuProps = {
  /** What the menu is for: `Account`, `Clinic`. */
  label: string;
  /** What is always in sight: a name, initials. */
  summary: ReactNode;
  /** What stands there on a phone instead: initials. */
  short?: ReactNode | undefined;
  /** Links and small forms, one below another (`headerMenuItem` gives them their look). */
  children: ReactNode;
  align?: 'start' | 'end' | undefined;
};

/** Look of a link or a button inside a HeaderMenu. */
export const headerMenuItem =
  'flex min-h-8 w-full cursor-pointer items-center gap-2 px-3 text-left hover:bg-accent-soft focus-visible:-outline-offset-2 pointer-coarse:min-h-11';

/** A menu that opens before hydration too; Esc, a choice or leaving it closes it. */
export function HeaderMenu({ label, summary, short, children, align = 'end' }: HeaderMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  function close() {
    if (details.current) details.current.open = false;
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !details.current?.open) return;
    close();
    details.current.querySelector('summary')?.focus();
  }
  function onBlur(event: FocusEvent) {
    if (!details.current?.contains(event.relatedTarget)) close();
  }
  return (
    <details
      ref={details}
      name="header-menu"
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      className="relative min-w-0"
    >
      <summary className={`${buttonClass('quiet')} max-w-full list-none [&::-webkit-details-marker]:hidden`}>
        <span className="sr-only">{label}: </span>
        {short === undefined ? (
          summary
        ) : (
          <>
            <span className="max-sm:hidden">{summary}</span>
            <span className="sm:hidden">{short}</span>
          </>
        )}
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3 text-ink-muted">
          <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link inside is a click as well */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only follows the choice of a link inside */}
      <div
        onClick={(event) => {
          if ((event.target as Element).closest('a')) close();
        }}
        tabIndex={-1}
        className={`absolute top-full z-50 mt-1 w-max min-w-48 max-w-[calc(100vw-2rem)] rounded-md border border-line bg-surface-raised py-1 shadow-float outline-none ${align === 'end' ? 'right-0' : 'left-0'}`}
      >
        {children}
      </div>
    </details>
  );
}
