import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Dated } from './dated.tsx';

type SectionProps = {
  title: ReactNode;
  /** Anchor of the section and stem of its heading's id. */
  id: string;
  /** Heading level: 2 under the page's title, 3 inside another section. */
  level?: 2 | 3 | undefined;
  /** A count or a date, muted, behind the title. */
  detail?: ReactNode | undefined;
  /** Links or buttons at the end of the line. */
  actions?: ReactNode | undefined;
  children: ReactNode;
  className?: string | undefined;
};

/** A part of a page: a heading over a line, no box around. */
export function Section({ id, children, className, ...header }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={clsx('min-w-0', className)}>
      <SectionHeader id={id} {...header} />
      <div className="pt-3">{children}</div>
    </section>
  );
}

/** The heading of a part of a page. */
export function SectionHeader({
  title,
  id,
  level = 2,
  detail,
  actions,
}: Omit<SectionProps, 'children' | 'className'>) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <header className="flex min-h-9 flex-wrap items-end justify-between gap-x-4 gap-y-1 border-line-strong border-b pb-1.5">
      <Heading
        id={`${id}-title`}
        className={level === 2 ? 'font-semibold text-lg' : 'font-semibold text-base'}
      >
        {title}
        {detail === undefined ? null : (
          <span className="ml-2 font-normal text-base text-ink-muted">
            <Dated>{detail}</Dated>
          </span>
        )}
      </Heading>
      {actions ? (
        <div data-print="hide" className="flex min-w-0 flex-wrap items-center gap-2">
          {actions}
        </div>
      ) : null}
    </header>
  );
}
