'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useIdle } from './use-idle.ts';

type IdleWarningProps = {
  /** After so long without a key or a press the session ends; the server's own limit is at least that. */
  idleSeconds: number;
  /** So long before the end the warning appears. */
  warnSeconds: number;
  /** POST; 2xx while the session lives, and makes it live on. */
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
  const [stillOut, setStillOut] = useState(false);

  const keepAlive = useCallback(async () => {
    const answer = await fetch(keepAliveUrl, { method: 'POST' }).catch(() => null);
    return answer?.ok === true;
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
    const alive = await keepAlive();
    setStillOut(!alive);
    setSignedOut(!alive);
    if (alive) stay();
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
        {stillOut ? (
          <p role="alert" className="text-act">
            You are not signed in yet. Sign in in the other tab, then come back here.
          </p>
        ) : null}
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
    </Dialog>
  );
}

function ignore() {
  return undefined;
}
