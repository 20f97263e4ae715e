'use client';

import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { ProductMark } from './product-mark.tsx';

/** What is shown instead of a page that failed: what happened, what was kept, what to do. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const reference =
    typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined;
  return (
    <main className="mx-auto grid max-w-lg justify-items-start gap-4 px-4 py-16">
      <title>Not shown · Turnwise</title>
      <ProductMark className="size-8" />
      <h1 ref={heading} tabIndex={-1} className="font-semibold text-2xl tracking-tight outline-none">
        This page could not be shown
      </h1>
      <p className="text-ink-muted text-lg">
        Something failed on our side. Everything that was reported as saved is saved; what was being sent just
        now may not be. Try again; if it fails again, tell whoever runs Turnwise at your clinic
        {reference ? ' and give them this reference' : ''}.
      </p>
      {reference ? (
        <p>
          Reference <code className="font-mono">{reference}</code>
        </p>
      ) : null}
      <div className="flex gap-2">
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        <a href="/" className={buttonClass()}>
          To the worklist
        </a>
      </div>
    </main>
  );
}
