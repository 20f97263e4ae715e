import { TextLink } from './text-link.tsx';

type LeftOutDaysProps = Record<'earlier' | 'later', { words: string; href: string } | null>;

/** What a page of a long course leaves out before and after it, with the way there. */
export function LeftOutDays({ earlier, later }: LeftOutDaysProps) {
  if (earlier === null && later === null) return null;
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 text-ink-muted">
      {earlier && (
        <span>
          Not shown: {earlier.words}. <TextLink href={earlier.href}>Earlier days</TextLink>
        </span>
      )}
      {later && (
        <span>
          Not shown: {later.words}. <TextLink href={later.href}>Later days</TextLink>
        </span>
      )}
    </p>
  );
}
