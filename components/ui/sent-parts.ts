/** The parts of a page, as finished HTML, in the order in which they were made. */
export type PageParts = { page: string; parts: string[] };

// One for both halves of React on the server, which the bundler gives a copy of this module each.
const holder = globalThis as typeof globalThis & { sentParts?: Map<string, string[]> };
holder.sentParts ??= new Map();
const sent = holder.sentParts;

let pages = 0;

/** A page that is about to be sent, of which each part is kept until `closePage`. */
export function openPage(): PageParts {
  pages += 1;
  const opened = { page: pages.toString(36), parts: [] };
  sent.set(opened.page, opened.parts);
  return opened;
}

/** Forgets the parts of a page: it was sent, or nobody waits for it any more. */
export function closePage({ page }: PageParts): void {
  sent.delete(page);
}

/** The part of a page with this number; undefined when the page is closed. */
export function partOf(page: string, at: number): string | undefined {
  return sent.get(page)?.[at];
}

/** Keeps a part in the browser, where the page it came with is gone once it has been drawn anew. */
export function keepPart(page: string, at: number, html: string): void {
  const parts = sent.get(page) ?? [];
  parts[at] = html;
  sent.set(page, parts);
}
