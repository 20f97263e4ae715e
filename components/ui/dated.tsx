import { Children, type ReactNode } from 'react';

/** A date as people read it, with or without its year; the groups of a split keep it. */
const DATE = /(\b\d\d-[A-Z][a-z]{2}(?:-\d{4})?\b)/;

/** Text in which no date goes on in the next line: a browser would break one at its hyphens. What is no text stays as it is. */
export function Dated({ children }: { children: ReactNode }): ReactNode {
  return Children.map(children, (child) =>
    typeof child === 'string' && DATE.test(child) ? child.split(DATE).map(kept) : child,
  );
}

function kept(part: string, index: number): ReactNode {
  if (index % 2 === 0) return part;
  return (
    <span key={index} className="whitespace-nowrap">
      {part}
    </span>
  );
}
