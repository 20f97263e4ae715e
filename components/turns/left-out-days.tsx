import { TextLink } from '#components/ui/text-link.tsx';
import type { Flowsheet } from '#lib/view/flowsheet.ts';

type LeftOutDaysProps = { href: string } & Pick<Flowsheet, 'earlier' | 'later'>;

/** What a page of a long course leaves out before and after it, with the way there. */
export function LeftOutDays({ href, earlier, later }: LeftOutDaysProps) {
  if (earlier === null && later === null) return null;
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 text-ink-muted">
      {earlier && (
        <span>
          Not shown: {earlier.words}.{' '}
          <TextLink href={`${href}?until=${earlier.until}`}>Earlier days</TextLink>
        </span>
      )}
      {later && (
        <span>
          Not shown: {later.words}. <TextLink href={`${href}?until=${later.until}`}>Later days</TextLink>
        </span>
      )}
    </p>
  );
}
