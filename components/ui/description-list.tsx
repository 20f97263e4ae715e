import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Dated } from './dated.tsx';

export type Description = { term: ReactNode; value: ReactNode };

type DescriptionListProps = {
  items: readonly Description[];
  /** `rows`: term beside value; `columns`: term above value, as many as fit. */
  look?: 'rows' | 'columns' | undefined;
  className?: string | undefined;
};

/** Facts about one thing. A fact that is not known is said to be so by its value, never left out. */
export function DescriptionList({ items, look = 'rows', className }: DescriptionListProps) {
  const columns = look === 'columns';
  return (
    <dl
      className={clsx(
        columns
          ? 'grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-x-6 gap-y-3'
          : 'divide-y divide-line',
        className,
      )}
    >
      {items.map((item, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of facts, rendered once
          key={index}
          className={columns ? '' : 'grid grid-cols-[minmax(7rem,2fr)_5fr] gap-4 py-1.5'}
        >
          <dt className={clsx('text-ink-muted', columns && 'text-xs')}>{item.term}</dt>
          <dd className="min-w-0 break-words">
            <Dated>{item.value}</Dated>
          </dd>
        </div>
      ))}
    </dl>
  );
}
