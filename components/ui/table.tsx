import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

type TableProps = ComponentProps<'table'> & {
  /** Says what the table holds; read out first, shown only with `captionShown`. */
  caption: ReactNode;
  captionShown?: boolean | undefined;
  /** Pins the head, the first column or both inside a TableScroll. */
  sticky?: 'head' | 'first' | 'both' | undefined;
  /** `tight` for grids of figures. */
  density?: 'normal' | 'tight' | undefined;
  /** On a narrow screen each row is read downwards, every cell beside the name in its `data-label`. */
  stacked?: boolean | undefined;
  /** Lights up the row under the pointer, for rows that open something. */
  hover?: boolean | undefined;
  /** On a telephone each row is a list: a cell has its `data-label` before it. */
  stack?: boolean | undefined;
};

/** Lines, not boxes. Cells are plain `th` and `td`; class `num` sets figures to the right. */
export function Table({
  caption,
  captionShown,
  sticky,
  density,
  stacked,
  hover,
  stack,
  className,
  children,
  ...props
}: TableProps) {
  return (
    <table
      {...props}
      data-sticky={sticky === 'both' ? 'head first' : sticky}
      data-density={density}
      data-stacked={stacked || undefined}
      data-hover={hover || undefined}
      data-stack={stack || undefined}
      className={clsx('data-table', className)}
    >
      <caption className={captionShown ? 'pb-2 text-left text-ink-muted' : 'sr-only'}>{caption}</caption>
      {children}
    </table>
  );
}

type TableScrollProps = {
  /** Names the region for those who scroll it from the keyboard. */
  label: string;
  children: ReactNode;
  /** A height makes the head of a sticky table stay in sight: `max-h-96`. */
  className?: string | undefined;
};

/** Lets a wide or long table scroll in its own region. */
export function TableScroll({ label, children, className }: TableScrollProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
      tabIndex={0}
      data-scroll=""
      className={clsx('relative overflow-auto', className)}
    >
      {children}
    </section>
  );
}
