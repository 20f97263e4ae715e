import { ButtonLink } from './button-link.tsx';

type PaginationProps = {
  /** What is counted, in the plural: `cases`. */
  noun: string;
  first: number;
  last: number;
  total: number;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
};

const grouped = new Intl.NumberFormat('en-US');

/** Where in a long list the reader is, and the pages on either side. */
export function Pagination({ noun, first, last, total, previousHref, nextHref }: PaginationProps) {
  return (
    <nav
      aria-label={`Pages of ${noun}`}
      data-print="hide"
      className="flex flex-wrap items-center justify-between gap-4 py-3"
    >
      <p className="text-ink-muted">
        {grouped.format(first)}–{grouped.format(last)} of {grouped.format(total)} {noun}
      </p>
      <div className="flex gap-2">
        {previousHref ? (
          <ButtonLink href={previousHref} rel="prev" size="sm">
            Previous
          </ButtonLink>
        ) : null}
        {nextHref ? (
          <ButtonLink href={nextHref} rel="next" size="sm">
            Next
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  );
}
