import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type BadgeProps = {
  children: ReactNode;
  /** `accent` for what is current or chosen, `outline` for a plain property. */
  tone?: 'neutral' | 'accent' | 'outline' | undefined;
  className?: string | undefined;
};

const tones = {
  neutral: 'border-transparent bg-info-soft text-ink',
  accent: 'border-transparent bg-accent-soft text-accent',
  outline: 'border-line-strong text-ink-muted',
};

/** A property in one or two words: a phase, a version, a role. What needs attention is a LevelBadge. */
export function Badge({ children, tone = 'neutral', className }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 font-medium text-xs',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
