import Link from 'next/link';

export type Crumb = { href: string; label: string };

type BreadcrumbsProps = {
  crumbs: readonly Crumb[];
  /** The page itself, in a word or two: its title may be longer. */
  here: string;
};

/** The way up from here, and where here is. */
export function Breadcrumbs({ crumbs, here }: BreadcrumbsProps) {
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
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
