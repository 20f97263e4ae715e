import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Dated } from './dated.tsx';
import { type Level, LevelMark, levelWord } from './level-mark.tsx';

const tone: Record<Level, string> = {
  act: 'border-act bg-act-soft',
  look: 'border-look bg-look-soft',
  info: 'border-line-strong bg-info-soft',
  unknown: 'border-dashed border-line-strong',
  done: 'border-accent bg-accent-soft',
};

type AlertProps = {
  level: Level;
  /** Read out before the title in the place of the level's own word. */
  word?: string | undefined;
  /** One sentence: what happened. */
  title: ReactNode;
  /** What was kept and what to do. */
  children?: ReactNode | undefined;
  /** Buttons or links, at the end. */
  actions?: ReactNode | undefined;
  /**
   * `alert` or `status` for what appears after the page was read, the latter can be led to; nothing for what was there
   * from the start.
   */
  role?: 'alert' | 'status' | undefined;
  className?: string | undefined;
};

/** Something to be read before going on: a line on the left, a mark, words. */
export function Alert({ level, word, title, children, actions, role, className }: AlertProps) {
  return (
    <div
      role={role}
      tabIndex={role === 'status' ? -1 : undefined}
      className={clsx('flex gap-3 border-l-3 px-3 py-2', tone[level], className)}
    >
      <LevelMark level={level} className="mt-0.5" />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="font-medium">
          <span className="sr-only">{word ?? levelWord[level]}: </span>
          <Dated>{title}</Dated>
        </p>
        {children}
        {actions ? <div className="mt-1 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
