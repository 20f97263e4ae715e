'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';

const never = () => () => undefined;

/** Chooses Done in every row of the form that has a plan and no choice yet; nothing is sent. */
export function AllAsPlanned() {
  const isReady = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isReady) return null;
  return (
    <Button
      className="justify-self-start"
      onClick={(event) => {
        const form = event.currentTarget.closest('form');
        for (const row of form?.querySelectorAll<HTMLElement>('[data-planned]') ?? []) {
          const chosen = row.querySelector<HTMLInputElement>('input[type=radio]:checked');
          const done = row.querySelector<HTMLInputElement>('input[type=radio][value=done]');
          if (done && (chosen === null || chosen.value === '')) done.click();
        }
        form?.querySelector<HTMLElement>('button[type=submit]')?.focus();
      }}
    >
      All as planned
    </Button>
  );
}
