import { clsx } from 'clsx';
import { currentAddress } from './current-address.ts';
import { SoftLink } from './soft-link.tsx';

export type NavTab = { href: string; label: string };

type NavTabsProps = {
  label: string;
  tabs: readonly NavTab[];
  /** Of the page: the tab that it belongs to is current. */
  path: string;
  className?: string | undefined;
};

/** Parts of one thing, each with an address of its own. */
export function NavTabs({ label, tabs, path, className }: NavTabsProps) {
  const hrefs = tabs.map(({ href }) => href);
  const current = currentAddress(hrefs, path);
  return (
    <nav
      aria-label={label}
      data-bar=""
      data-print="hide"
      className={clsx('overflow-x-auto border-line border-b', className)}
    >
      <ul className="flex min-w-max gap-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <SoftLink
              href={tab.href}
              aria-current={tab.href === current ? 'page' : undefined}
              className="flex h-9 items-center border-transparent border-b-2 text-ink-muted hover:border-line-strong hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink pointer-coarse:h-11"
            >
              {tab.label}
            </SoftLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
