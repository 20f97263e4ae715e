import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps } from 'react';

type TextLinkProps = ComponentProps<typeof Link> & {
  /** `quiet` underlines only under the pointer: for names in tables, where every line is a link. */
  quiet?: boolean | undefined;
};

/** A link in running text or in a table. */
export function TextLink({ quiet, className, ...props }: TextLinkProps) {
  return (
    <Link
      {...props}
      className={clsx(
        'underline-offset-2 hover:text-accent-hover hover:underline',
        quiet ? 'text-ink' : 'text-accent underline decoration-1',
        className,
      )}
    />
  );
}
