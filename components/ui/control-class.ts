import { clsx } from 'clsx';

/** What all single-line and multi-line controls share; 16 px on touch screens so that phones do not zoom in. */
export const controlClass = clsx(
  'w-full min-w-0 rounded-md border border-line-strong bg-surface text-base text-ink',
  'pointer-coarse:text-lg',
  'hover:border-ink-muted focus-visible:outline-offset-0',
  'aria-invalid:border-act aria-invalid:outline-act',
  'disabled:cursor-not-allowed disabled:bg-surface-sunk disabled:text-ink-muted',
);

/** Height and inner space of a single-line control. */
export const lineControlClass = clsx(controlClass, 'h-8 px-2 pointer-coarse:h-11');
