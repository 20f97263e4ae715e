import Link from 'next/link';
import { SegmentedLinks } from '#components/ui/segmented-links.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { FilterLink, WorklistFilters } from '#lib/view/worklist-filters.ts';

/** What the list can be narrowed to, with how many cases each leaves. */
export function WorklistFilterBar({ filters }: { filters: WorklistFilters }) {
  return (
    <div data-print="hide" className="mb-3 grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentedLinks label="Whose cases" segments={filters.owners} />
        <SegmentedLinks label="Level" segments={filters.levels} />
        <SegmentedLinks label="Phase" segments={filters.phases} />
        {filters.clearHref ? <TextLink href={filters.clearHref}>Show all open cases</TextLink> : null}
      </div>
      {filters.rules.length > 0 ? (
        <nav
          aria-label="Reasons"
          className="flex items-center gap-x-4 gap-y-1 overflow-x-auto whitespace-nowrap text-sm sm:flex-wrap"
        >
          {filters.rules.map((link) => (
            <ReasonLink key={link.label} link={link} />
          ))}
        </nav>
      ) : null}
    </div>
  );
}

function ReasonLink({ link }: { link: FilterLink }) {
  return (
    <Link
      prefetch={false}
      href={link.href}
      aria-current={link.current ? 'true' : undefined}
      className={`inline-flex h-6 items-center gap-1 pointer-coarse:h-11 hover:underline ${
        link.current ? 'font-semibold text-accent underline' : 'text-ink'
      }`}
    >
      {link.label} <span className="font-normal text-ink-muted">{link.count}</span>
    </Link>
  );
}
