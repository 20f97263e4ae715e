import type { ComponentProps } from 'react';

/**
 * A link that `SoftLinks` follows without loading the page anew. For the bars of links around every page: the same as
 * `next/link` without fetching anything ahead.
 */
export function SoftLink(props: ComponentProps<'a'>) {
  return <a data-soft="" {...props} />;
}
