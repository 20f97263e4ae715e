import { currentAddress } from '#components/ui/current-address.ts';
import { SoftLink } from '#components/ui/soft-link.tsx';

export type NavItem = { href: string; label: string };

type NavLinksProps = { items: readonly NavItem[]; path: string; className?: string | undefined };

/** The parts of the product; the one that the page at `path` belongs to is current. */
export function NavLinks({ items, path, className }: NavLinksProps) {
  const hrefs = items.map(({ href }) => href);
  const current = currentAddress(hrefs, path);
  return (
    <nav aria-label="Main" data-bar="" className={className}>
      <ul className="flex min-w-max gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <SoftLink
              href={item.href}
              aria-current={item.href === current ? 'page' : undefined}
              className="flex h-10 items-center border-transparent border-b-2 px-2 text-ink-muted hover:text-ink focus-visible:-outline-offset-4 aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink pointer-coarse:h-11 xl:h-12"
            >
              {item.label}
            </SoftLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
