import { clsx } from 'clsx';
import { SoftLink } from './soft-link.tsx';

export type NavTab = {
  href: string;
  label: string;
  current: boolean;
  /** Shown behind the label, muted. */
  count?: number | undefined;
};

/** Parts of one thing, each with an address of its own. */
export function NavTabs({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly NavTab[];
  className?: string | undefined;
}) {
  return (
    <nav
      aria-label={label}
      data-print="hide"
      className={clsx('overflow-x-auto border-line border-b', className)}
    >
      <ul className="flex min-w-max gap-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <SoftLink
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={clsx(
                'flex h-9 items-center gap-1.5 border-b-2 pointer-coarse:h-11 focus-visible:-outline-offset-2',
                tab.current
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-ink-muted hover:border-line-strong hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="font-normal text-ink-muted text-sm">{tab.count}</span>
              )}
            </SoftLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
