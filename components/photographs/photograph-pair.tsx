import type { PhotographCard } from '#lib/view/photograph-page.ts';
import { PhotographPicture } from './photograph-picture.tsx';

/** Two photographs side by side, on a phone too. */
export function PhotographPair({ pair }: { pair: readonly [PhotographCard, PhotographCard] }) {
  return (
    <div className="grid grid-cols-2 gap-2 sm:gap-4">
      {pair.map((card) => (
        <figure key={card.id} className="min-w-0">
          <PhotographPicture card={card} size="full" className="max-h-[32rem]" />
          <figcaption className="mt-1">
            <span className="block font-medium">{card.day}</span>
            <span className="block text-ink-muted text-sm">
              {[card.since, card.device].filter(Boolean).join(' · ')}
            </span>
            {card.note ? <span className="block break-words text-sm">{card.note}</span> : null}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
