import type { ReactNode } from 'react';
import { placeInDocument } from './document-parts.ts';
import { staticMarkup } from './static-markup.ts';
import { Still } from './still.tsx';

/**
 * What stands still: it goes to the browser as finished HTML. React would make, send and compare each of its
 * elements, which for a chart or a long list is most of the time that the server takes for a page.
 * @param className Without one, the element around it has no box of its own.
 */
export function Static({
  className = 'contents',
  children,
}: {
  className?: string | undefined;
  children: ReactNode;
}) {
  const html = staticMarkup(children);
  const place = placeInDocument(html);
  return place ? <Still className={className} {...place} /> : <Still className={className} html={html} />;
}
