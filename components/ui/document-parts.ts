import { cache } from 'react';
import { openPage, type PageParts } from './sent-parts.ts';

/** The parts of the answer that is being made; null while it is not known to be a document. */
const answer = cache((): { document: PageParts | null } => ({ document: null }));

/**
 * Says that this answer is a whole document, so that its parts are drawn on the server and need not be sent a second
 * time for the browser's React.
 */
export function beginDocument(): void {
  answer().document = openPage();
}

/** The place of a part in the document that is being made; null when there is none, and it has to be sent as data. */
export function placeInDocument(html: string): { page: string; at: number } | null {
  const { document } = answer();
  return document && { page: document.page, at: document.parts.push(html) - 1 };
}
