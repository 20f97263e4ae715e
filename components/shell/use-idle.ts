'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

const activityKey = 'turnwise-last-activity';
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Seconds left before inactivity ends the session, counted across the tabs of this browser and through the
 * sleep of the computer; null while nobody needs to know. `onActive` is called at most once a minute of use.
 */
export function useIdle(idleSeconds: number, warnSeconds: number, onActive: () => void) {
  const [left, setLeft] = useState<number | null>(null);
  const warned = useRef(false);
  const lastPing = useRef(0);

  const stay = useCallback(() => {
    warned.current = false;
    localStorage.setItem(activityKey, String(Date.now()));
    setLeft(null);
  }, []);

  useEffect(() => {
    lastPing.current = Date.now();
    stay();
    function active() {
      if (warned.current) return;
      const now = Date.now();
      localStorage.setItem(activityKey, String(now));
      if (now - lastPing.current < 60_000) return;
      lastPing.current = now;
      onActive();
    }
    const clock = setInterval(() => {
      const idleFor = (Date.now() - Number(localStorage.getItem(activityKey))) / 1000;
      const remaining = Math.max(0, Math.ceil(idleSeconds - idleFor));
      warned.current = remaining <= warnSeconds;
      setLeft(warned.current ? remaining : null);
    }, 1000);
    for (const sign of signs) addEventListener(sign, active, { passive: true });
    return () => {
      clearInterval(clock);
      for (const sign of signs) removeEventListener(sign, active);
    };
  }, [idleSeconds, warnSeconds, onActive, stay]);

  return { left, stay };
}
