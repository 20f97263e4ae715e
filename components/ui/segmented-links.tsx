import { clsx } from 'clsx';
import { SoftLink } from './soft-link.tsx';

export type Segment = { href: string; label: string; current: boolean; count?: number | undefined };

/** Few ways to see the same thing, one of them chosen; the choice lives in the address. */
export function SegmentedLinks({
  label,
  segments,
  className,
}: {
  label: string;
  segments: readonly Segment[];
  className?: string | undefined;
}) {
  return (
    <nav aria-label={label} data-print="hide" className={clsx('max-w-full overflow-x-auto', className)}>
      <ul className="inline-flex min-w-max overflow-hidden rounded-md border border-line-strong">
        {segments.map((segment) => (
          <li key={segment.href} className="border-line-strong border-l first:border-l-0">
            <SoftLink
              href={segment.href}
              aria-current={segment.current ? 'true' : undefined}
              className={clsx(
                'flex h-7.5 items-center gap-1.5 px-3 pointer-coarse:h-11 focus-visible:-outline-offset-4',
                segment.current
                  ? 'bg-accent font-medium text-on-accent focus-visible:outline-on-accent'
                  : 'hover:bg-surface-sunk',
              )}
            >
              {segment.label}
              {segment.count === undefined ? null : (
                <span className={clsx('text-sm', segment.current ? 'text-on-accent' : 'text-ink-muted')}>
                  {segment.count}
                </span>
              )}
            </SoftLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
