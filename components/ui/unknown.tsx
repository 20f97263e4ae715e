import type { ReactNode } from 'react';

/** A value that nobody has given: hatched, with words; never a blank, a dash or a zero. */
export function Unknown({ children = 'not known' }: { children?: ReactNode | undefined }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-muted">
      <span
        aria-hidden="true"
        className="hatch inline-block h-3 w-4 border border-line-strong border-dashed"
      />
      {children}
    </span>
  );
}
