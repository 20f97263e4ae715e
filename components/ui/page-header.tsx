import type { ReactNode } from 'react';
import { Dated } from './dated.tsx';

type PageHeaderProps = {
  title: ReactNode;
  /** Breadcrumbs, above. */
  trail?: ReactNode | undefined;
  /** One muted line under the title. */
  detail?: ReactNode | undefined;
  /** What can be done here; one of them may be primary. */
  actions?: ReactNode | undefined;
};

/** The title of a page, where it is, and what can be done on it. */
export function PageHeader({ title, trail, detail, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 grid gap-1">
      {trail}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 className="font-semibold text-xl tracking-tight">
            <Dated>{title}</Dated>
          </h1>
          {detail ? <p className="text-ink-muted">{detail}</p> : null}
        </div>
        {actions ? (
          <div data-print="hide" className="flex flex-wrap items-center gap-2">
            {actions}
          </div>
        ) : null}
      </div>
    </header>
  );
}
