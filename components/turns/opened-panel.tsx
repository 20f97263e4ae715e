'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { mayLeave } from '#components/forms/unsaved.ts';

type OpenedPanelProps = { title: string; place: string; closeHref: string; children: ReactNode };

/** The frame of an opened cell: takes the focus when it opens, closes on Esc. */
export function OpenedPanel({ title, place, closeHref, children }: OpenedPanelProps) {
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other cell that opens takes the focus again
  useEffect(() => heading.current?.focus(), [place]);
  return (
    <section
      aria-labelledby="entry-title"
      className="grid content-start gap-3 border-line-strong border-l-3 pl-4"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !mayLeave()) return;
        router.push(closeHref, { scroll: false });
      }}
    >
      <header className="flex items-baseline justify-between gap-4">
        <h2 id="entry-title" ref={heading} tabIndex={-1} className="font-semibold text-lg">
          {title}
        </h2>
        <Link href={closeHref} scroll={false} className="text-accent underline">
          Close
        </Link>
      </header>
      {children}
    </section>
  );
}
