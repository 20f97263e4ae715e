/** The parts of a page, as finished HTML, in the order in which they were made. */
export type PageParts = { page: string; parts: (string | undefined)[] };

type Sent = { opened: number; pages: Map<string, PageParts['parts']> };

// One for both halves of React on the server, which the bundler gives a copy of this module each.
const holder = globalThis as typeof globalThis & { sentParts?: Sent };
holder.sentParts ??= { opened: 0, pages: new Map() };
const sent = holder.sentParts;

/**
 * More pages than a server has under way at once. Each part of a page is drawn once and forgotten with that; what is left of
 * pages that nobody waited for is forgotten when so many others were opened.
 */
const MOST = 200;

/** A page that is about to be sent. */
export function openPage(): PageParts {
  sent.opened += 1;
  const opened: PageParts = { page: sent.opened.toString(36), parts: [] };
  sent.pages.set(opened.page, opened.parts);
  const [oldest] = sent.pages.keys();
  if (sent.pages.size > MOST && oldest !== undefined) sent.pages.delete(oldest);
  return opened;
}

/** The part of a page with this number, which is not kept any longer; undefined when it is not there. */
export function takePart(page: string, at: number): string | undefined {
  const parts = sent.pages.get(page);
  const part = parts?.[at];
  if (parts && part !== undefined) parts[at] = undefined;
  return part;
}

/** The part of a page that the browser keeps. */
export function keptPart(page: string, at: number): string | undefined {
  return sent.pages.get(page)?.[at];
}

/** Keeps a part in the browser, where the page it came with is gone once it has been drawn anew. */
export function keepPart(page: string, at: number, html: string): void {
  const parts = sent.pages.get(page) ?? [];
  parts[at] = html;
  sent.pages.set(page, parts);
}
