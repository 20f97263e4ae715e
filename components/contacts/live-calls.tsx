'use client';

import { useRouter } from 'next/navigation';
import { Fragment, type ReactNode, useRef, useState, useTransition } from 'react';
import { fetchNews } from '#components/cases/fetch-news.ts';
import { useCaseChanges } from '#components/cases/use-case-changes.ts';
import { isUnsaved } from '#components/forms/unsaved.ts';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { type RecordedCall, RecordedCallProvider } from './recorded-call.ts';

/** A line of the list, and whom it is about. */
type Line = { caseId: string; name: string; line: ReactNode };

type LiveCallsProps = {
  lines: readonly Line[];
  /** The place of the list in the order of changes, and when it was made. */
  seen: string;
  loadedAt: number;
  /** What stands there when nobody has to be called. */
  empty: ReactNode;
};

/**
 * The list of calls as it is now: what others record of its families shows, lines stay where they are, and one in which
 * something is typed stays even when its family was reached meanwhile. Who comes on the list stands at its end until
 * the page is opened again. A call that is recorded is said, and the next line has the focus.
 */
export function LiveCalls({ lines, seen, loadedAt, empty }: LiveCallsProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [recorded, setRecorded] = useState<RecordedCall | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const since = useRef(loadedAt);
  const [[given, shown], setShown] = useState<[readonly Line[], readonly Line[]]>([lines, lines]);
  if (given !== lines) setShown([lines, inPlace(shown, lines)]);

  async function hear(caseIds: readonly string[] | 'many') {
    const ours = shown.filter(({ caseId }) => caseIds === 'many' || caseIds.includes(caseId));
    if (ours.length === 0) return;
    if (!isPending) startTransition(() => router.refresh());
    const from = since.current;
    const told = await Promise.all(
      ours.map(async (line) => ({ line, news: await fetchNews(line.caseId, from) })),
    );
    since.current = Math.max(from, ...told.map((one) => one.news?.at ?? 0));
    const words = told.flatMap(({ line, news: its }) =>
      (its?.words ?? []).map((word) => `${line.name}: ${word}`),
    );
    if (words.length > 0) setNews(words.join('; '));
  }
  const isBroken = useCaseChanges(seen, null, ({ caseIds }) => void hear(caseIds));

  function record(call: RecordedCall) {
    setRecorded(call);
    focusAfter(call.caseId);
  }

  return (
    <RecordedCallProvider value={record}>
      {shown.length === 0 ? (
        empty
      ) : (
        <ol data-list="" aria-label="Families to phone, worst first">
          {shown.map(({ caseId, line }) => (
            <Fragment key={caseId}>{line}</Fragment>
          ))}
        </ol>
      )}
      <div
        data-print="hide"
        role="status"
        className="sticky bottom-0 z-20 grid divide-y divide-line bg-surface text-sm"
      >
        {recorded ? (
          <Said onClose={() => setRecorded(null)}>
            <span>
              {recorded.name}: {recorded.words}
            </span>
            <TextLink href={recorded.href} prefetch={false}>
              See or correct it
            </TextLink>
          </Said>
        ) : null}
        {news ? (
          <Said onClose={() => setNews(null)}>
            <span>{news}, just now.</span>
          </Said>
        ) : null}
        {isBroken ? (
          <p className="px-2 py-1.5">
            The line to the server is broken; what others record shows here when it is back.
          </p>
        ) : null}
      </div>
    </RecordedCallProvider>
  );
}

function Said({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2 py-1.5">
      {children}
      <Button size="sm" variant="quiet" onClick={onClose}>
        Close
      </Button>
    </p>
  );
}

/** The lines as they are now, each where it was; those that left are gone unless somebody is at them. */
function inPlace(before: readonly Line[], now: readonly Line[]): readonly Line[] {
  const fresh = new Map(now.map((line) => [line.caseId, line]));
  const stay = before.flatMap((line) => fresh.get(line.caseId) ?? (isInUse(line.caseId) ? [line] : []));
  const known = new Set(before.map(({ caseId }) => caseId));
  return [...stay, ...now.filter(({ caseId }) => !known.has(caseId))];
}

const lineOf = (caseId: string) => document.querySelector(`[data-call-line="${caseId}"]`);

function isInUse(caseId: string): boolean {
  const line = lineOf(caseId);
  const form = line?.querySelector('form');
  return Boolean(line?.contains(document.activeElement) || (form && isUnsaved(form)));
}

/** Puts the focus on the line after one that is done, where it was still there. */
function focusAfter(caseId: string): void {
  const line = lineOf(caseId);
  const active = document.activeElement;
  if (active !== document.body && !line?.contains(active)) return;
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  const target = next?.querySelector<HTMLElement>('a') ?? document.querySelector<HTMLElement>('main h1');
  if (target?.tagName === 'H1') target.tabIndex = -1;
  target?.focus();
}
