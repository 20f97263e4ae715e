import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** How loud something is. `unknown` is not a calm level: it says that nobody can tell. */
export type Level = 'act' | 'look' | 'info' | 'unknown' | 'done';

/** The word that goes with each mark where the caller has no better one. */
export const levelWord: Record<Level, string> = {
  act: 'Act now',
  look: 'Look today',
  info: 'Information',
  unknown: 'Not known',
  done: 'Done',
};

const tone: Record<Level, string> = {
  act: 'text-act-solid',
  look: 'text-look-solid',
  info: 'text-info',
  unknown: 'text-unknown',
  done: 'text-accent',
};

type LevelMarkProps = {
  level: Level;
  /** For `act` on its own solid ground. */
  inverted?: boolean | undefined;
  className?: string | undefined;
};

/** The shape of a level: octagon, triangle, circle, dashed square, tick. Put a word beside it. */
export function LevelMark({ level, inverted, className }: LevelMarkProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={clsx(
        'size-4 shrink-0',
        inverted ? 'text-on-act [--mark-ground:var(--act-solid)]' : tone[level],
        className,
      )}
    >
      {shapes[level]}
    </svg>
  );
}

const shapes = {
  act: (
    <>
      <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />
      <path d="M8 4v5m0 1.700v1.6" fill="none" stroke="var(--mark-ground, var(--on-act))" strokeWidth="1.8" />
    </>
  ),
  look: (
    <>
      <path d="M8 1.5 15.2 14.500H.8z" fill="currentColor" stroke="var(--look)" strokeLinejoin="round" />
      <path d="M8 5.500v4.500m0 1.300v1.5" fill="none" stroke="var(--on-look)" strokeWidth="1.6" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M8 7.200v4.300m0-7v1.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  unknown: (
    <>
      <rect
        x="1.5"
        y="1.5"
        width="13"
        height="13"
        rx="1"
        fill="none"
        stroke="currentColor"
        strokeDasharray="2 1.5"
      />
      <path d="M3 8l5-5M3 13 13 3M8 13l5-5" fill="none" stroke="currentColor" strokeWidth="1" />
    </>
  ),
  done: (
    <path
      d="m2.5 8.5 3.7 3.7 7.3-8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
} satisfies Record<Level, ReactNode>;
