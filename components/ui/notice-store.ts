import type { Level } from './level-mark.tsx';

export type Notice = {
  id: number;
  level: Level;
  message: string;
  /** A way back or on: `Undo`. */
  action?: { label: string; run: () => void };
};

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: readonly Notice[]) {
  notices = next;
  for (const listener of listeners) listener();
}

/** Says something at the foot of the page and to screen readers. Failures stay until they are dismissed. */
export function notify(message: string, more: Partial<Pick<Notice, 'level' | 'action'>> = {}): void {
  lastId += 1;
  const notice: Notice = { id: lastId, level: 'done', message, ...more };
  replace([...notices, notice].slice(-3));
}

export function dismiss(id: number): void {
  replace(notices.filter((notice) => notice.id !== id));
}

export function subscribeToNotices(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentNotices(): readonly Notice[] {
  return notices;
}

const none: readonly Notice[] = [];

export function noNotices(): readonly Notice[] {
  return none;
}
