import type { ReactNode } from 'react';
import { staticMarkup } from './static-markup.ts';

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
  const html = { __html: staticMarkup(children) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: staticMarkup escapes every text and every attribute
  return <div className={className} data-static="" dangerouslySetInnerHTML={html} />;
}
