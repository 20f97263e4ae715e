'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { useIdle } from './use-idle.ts';

type IdleWarningProps = {
  /** After so long without a key or a press the session ends; the server's own limit is at least that. */
  idleSeconds: number;
  /** So long before the end the warning appears. */
  warnSeconds: number;
  /** POST; 2xx while the session lives, and makes it live on; 409 when it is another person's by now. */
  keepAliveUrl: string;
  /** POST; ends the session. */
  signOutUrl: string;
  /** Where to sign in again; opened in a tab of its own. */
  signInUrl: string;
};

/**
 * Warns before inactivity signs somebody out, then covers the page without leaving it: after signing in
 * again in another tab, what was typed is still there.
 */
export function IdleWarning({
  idleSeconds,
  warnSeconds,
  keepAliveUrl,
  signOutUrl,
  signInUrl,
}: IdleWarningProps) {
  const [signedOut, setSignedOut] = useState(false);
  const [obstacle, setObstacle] = useState<string | null>(null);

  const keepAlive = useCallback(async () => {
    const answer = await fetch(keepAliveUrl, { method: 'POST' }).catch(() => null);
    if (answer?.ok) return 'alive';
    if (answer === null) return 'unreachable';
    return answer.status === 409 ? 'other-person' : 'over';
  }, [keepAliveUrl]);
  const ping = useCallback(() => void keepAlive(), [keepAlive]);
  const { left, stay } = useIdle(idleSeconds, warnSeconds, ping);

  const signOut = useCallback(() => {
    setSignedOut(true);
    void fetch(signOutUrl, { method: 'POST' }).catch(() => null);
  }, [signOutUrl]);

  useEffect(() => {
    if (left === 0 && !signedOut) signOut();
  }, [left, signedOut, signOut]);

  async function resume() {
    const session = await keepAlive();
    if (session === 'alive') {
      setObstacle(null);
      setSignedOut(false);
      stay();
      return;
    }
    setObstacle(obstacles[session]);
    if (session !== 'unreachable') setSignedOut(true);
  }

  if (signedOut) {
    return (
      <Dialog
        open
        insistent
        onClose={ignore}
        size="sm"
        className="backdrop:bg-surface"
        title="You were signed out"
        description="Nobody used this page for a while. It is covered, not closed: what you typed is still here and has not been sent."
        footer={
          <>
            <Button onClick={resume}>I have signed in again</Button>
            <a href={signInUrl} target="_blank" rel="noopener" className={buttonClass('primary')}>
              Sign in in a new tab
            </a>
          </>
        }
      >
        <Obstacle>{obstacle}</Obstacle>
      </Dialog>
    );
  }
  return (
    <Dialog
      open={left !== null}
      insistent
      onClose={ignore}
      size="sm"
      title="Are you still there?"
      description="You will be signed out because nobody has used this page for a while. What you typed stays on the page."
      footer={
        <>
          <Button onClick={signOut}>Sign out now</Button>
          <Button variant="primary" onClick={resume}>
            Stay signed in
          </Button>
        </>
      }
    >
      <p role="timer" className="font-semibold text-2xl">
        {Math.floor((left ?? 0) / 60)}:{String((left ?? 0) % 60).padStart(2, '0')}
      </p>
      <Obstacle>{obstacle}</Obstacle>
    </Dialog>
  );
}

const obstacles = {
  over: 'You are not signed in. Sign in in another tab, then come back here.',
  'other-person':
    'Another person is signed in here now. Sign in as yourself to go on; if they reload this page, what you typed is gone.',
  unreachable:
    'The server cannot be reached. Check the connection and try again; this page keeps what you typed.',
};

function Obstacle({ children }: { children: string | null }) {
  return children ? (
    <p role="alert" className="text-act">
      {children}
    </p>
  ) : null;
}

function ignore() {
  return undefined;
}
