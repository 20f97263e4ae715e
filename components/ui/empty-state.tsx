import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** What is not there, as a fact: `No turns reported yet`. */
  title: ReactNode;
  /** What to do next. */
  children: ReactNode;
  actions?: ReactNode | undefined;
};

/** Nothing to show, and what to do about it. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="grid max-w-prose justify-items-start gap-1 border-line-strong border-l-3 border-dashed px-4 py-3">
      <p className="font-medium">{title}</p>
      <p className="text-ink-muted">{children}</p>
      {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
