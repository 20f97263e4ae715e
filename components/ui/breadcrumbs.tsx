import Link from 'next/link';

export type Crumb = { href: string; label: string };

/** The way up from here; the page itself is its title, not a crumb. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" data-print="hide">
      <ol className="flex flex-wrap text-ink-muted text-sm">
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <Link href={crumb.href} className="underline-offset-2 hover:text-ink hover:underline">
              {crumb.label}
            </Link>
            <span aria-hidden="true" className="px-1.5">
              ›
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
