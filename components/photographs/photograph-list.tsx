import { Dated } from '#components/ui/dated.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { PhotographCard } from '#lib/view/photograph-page.ts';
import { PhotographPicture } from './photograph-picture.tsx';

type PhotographListProps = { cards: readonly PhotographCard[]; mayRetract: boolean };

/** The photographs in the order in which they were taken. */
export function PhotographList({ cards, mayRetract }: PhotographListProps) {
  return (
    <ol className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-4 gap-y-6">
      {cards.map((card) => (
        <li key={card.id} id={card.id} data-print="together" className="min-w-0">
          <PhotographPicture card={card} size="thumbnail" className="aspect-square" />
          <p className="mt-1 font-medium">{card.day}</p>
          <p className="text-ink-muted text-sm">{[card.since, card.device].filter(Boolean).join(' · ')}</p>
          {card.shows ? (
            <p className="text-sm">
              Shows: <TextLink href={card.shows.href}>{card.shows.words}</TextLink>
            </p>
          ) : null}
          {card.note ? <p className="break-words text-sm">{card.note}</p> : null}
          <p className="break-words text-ink-muted text-sm">
            <Dated>{card.recorded}</Dated>
          </p>
          <p data-print="hide" className="flex flex-wrap gap-x-4 text-sm">
            <Choice href={card.leftHref} card={card} label="First" />
            <Choice href={card.rightHref} card={card} label="Second" />
            {mayRetract ? (
              <TextLink
                href={card.retractHref}
                className={press}
                aria-label={`Withdraw the ${lower(card.alt)}`}
              >
                Withdraw
              </TextLink>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Large enough to be hit by a finger. */
const press = 'inline-flex min-h-6 items-center pointer-coarse:min-h-11';

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Makes the photograph the first or second of the comparison; where it is already, that is said instead. */
function Choice({ href, card, label }: { href: string | null; card: PhotographCard; label: string }) {
  if (href === null) return <span className={`${press} font-medium`}>{label} ✓</span>;
  return (
    <TextLink href={href} className={press} aria-label={`${label}: compare the ${lower(card.alt)}`}>
      {label}
    </TextLink>
  );
}
