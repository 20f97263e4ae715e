import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Dated } from './dated.tsx';
import { type Level, LevelMark, levelWord } from './level-mark.tsx';

const chip: Record<Level, string> = {
  act: 'border-act-solid bg-act-solid text-on-act',
  look: 'border-look bg-look-soft text-look',
  info: 'border-transparent bg-info-soft text-ink',
  unknown: 'border-dashed border-line-strong text-ink',
  done: 'border-transparent bg-accent-soft text-ink',
};

const plain: Record<Level, string> = {
  act: 'font-semibold text-act',
  look: 'font-medium text-look',
  info: 'text-ink',
  unknown: 'text-ink-muted italic',
  done: 'text-ink',
};

type LevelBadgeProps = {
  level: Level;
  /** The word; the level's own when left out. */
  children?: ReactNode | undefined;
  /** `chip` where it stands alone, `plain` in dense rows. */
  look?: 'chip' | 'plain' | undefined;
  className?: string | undefined;
};

/** A level as shape and word; colour only repeats them. */
export function LevelBadge({ level, children, look = 'chip', className }: LevelBadgeProps) {
  const words = children ?? levelWord[level];
  if (look === 'plain') {
    return (
      <span className={clsx('inline-flex items-baseline gap-1.5', plain[level], className)}>
        <LevelMark level={level} className="mt-0.5 self-start" />
        <span>
          <Dated>{words}</Dated>
        </span>
      </span>
    );
  }
  return (
    <span
      className={clsx(
        'inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-sm border px-1.5 font-medium text-sm',
        chip[level],
        className,
      )}
    >
      <LevelMark level={level} inverted={level === 'act'} className="size-3.5" />
      {words}
    </span>
  );
}
