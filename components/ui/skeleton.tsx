import { clsx } from 'clsx';

/** The place of a line or a chart that is on its way; give it the size of what will come. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span aria-hidden="true" className={clsx('block h-4 animate-pulse rounded-sm bg-info-soft', className)} />
  );
}
