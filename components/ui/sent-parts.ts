/** The parts of a page, as finished HTML, in the order in which they were made. */
export type PageParts = { page: string; parts: string[] };

type Sent = { opened: number; pages: Map<string, string[]> };

// One for both halves of React on the server, which the bundler gives a copy of this module each.
const holder = globalThis as typeof globalThis & { sentParts?: Sent };
holder.sentParts ??= { opened: 0, pages: new Map() };
const sent = holder.sentParts;

/** More pages than a server has under way at once; of one whose end nobody was told of, no more than these are kept. */
const MOST = 1_000;

/** A page that is about to be sent, of which each part is kept until `closePage`. */
export function openPage(): PageParts {
  sent.opened += 1;
  const opened = { page: sent.opened.toString(36), parts: [] };
  sent.pages.set(opened.page, opened.parts);
  const [oldest] = sent.pages.keys();
  if (sent.pages.size > MOST && oldest !== undefined) sent.pages.delete(oldest);
  return opened;
}

/** Forgets the parts of a page: it was sent, or nobody waits for it any more. */
export function closePage({ page }: PageParts): void {
  sent.pages.delete(page);
}

/** The part of a page with this number; undefined when the page is closed. */
export function partOf(page: string, at: number): string | undefined {
  return sent.pages.get(page)?.[at];
}

/** Keeps a part in the browser, where the page it came with is gone once it has been drawn anew. */
export function keepPart(page: string, at: number, html: string): void {
  const parts = sent.pages.get(page) ?? [];
  parts[at] = html;
  sent.pages.set(page, parts);
}
