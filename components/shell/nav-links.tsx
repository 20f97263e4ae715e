'use client';

import { usePathname } from 'next/navigation';
import { SoftLink } from '#components/ui/soft-link.tsx';

export type NavItem = { href: string; label: string };

/** The parts of the product; the one whose address begins like the page's is current. */
export function NavLinks({
  items,
  className,
}: {
  items: readonly NavItem[];
  className?: string | undefined;
}) {
  const path = usePathname();
  const current = items
    .filter((item) => path === item.href || path.startsWith(`${item.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label="Main" className={className}>
      <ul className="flex min-w-max gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <SoftLink
              href={item.href}
              aria-current={item === current ? 'page' : undefined}
              className={`flex h-10 items-center border-b-2 px-2 pointer-coarse:h-11 xl:h-12 focus-visible:-outline-offset-4 ${
                item === current
                  ? 'border-accent font-semibold'
                  : 'border-transparent text-ink-muted hover:text-ink'
              }`}
            >
              {item.label}
            </SoftLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
