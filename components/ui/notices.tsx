'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { LevelMark } from './level-mark.tsx';
import { currentNotices, dismiss, type Notice, noNotices, subscribeToNotices } from './notice-store.ts';

const shownForMs = 8000;

/** The live region of a page; `notify` fills it. Rendered once, in the frame. */
export function Notices() {
  const notices = useSyncExternalStore(subscribeToNotices, currentNotices, noNotices);
  return (
    <div
      role="status"
      aria-live="polite"
      data-chrome=""
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 grid justify-items-start gap-2"
    >
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { id, level, message, action } = notice;
  const stays = level === 'act' || level === 'look' || action !== undefined;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismiss(id), shownForMs);
    return () => clearTimeout(timer);
  }, [id, stays]);
  return (
    <div className="pointer-events-auto flex max-w-prose items-center gap-2 rounded-md border border-line-strong bg-surface-raised py-1 pr-1 pl-3 shadow-float">
      <LevelMark level={level} />
      <p className="py-1">{message}</p>
      {action ? (
        <Button
          size="sm"
          onClick={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <Button variant="quiet" size="sm" onClick={() => dismiss(id)}>
        Dismiss
      </Button>
    </div>
  );
}
