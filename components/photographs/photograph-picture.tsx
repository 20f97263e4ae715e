import type { PhotographCard } from '#lib/view/photograph-page.ts';

type PhotographPictureProps = { card: PhotographCard; size: 'thumbnail' | 'full'; className: string };

/** The picture of a photograph; a press opens it in full. */
export function PhotographPicture({ card, size, className }: PhotographPictureProps) {
  return (
    <a href={card.full} className="block bg-surface-sunk">
      {/* biome-ignore lint/performance/noImgElement: next/image would keep a picture of a patient in a cache */}
      <img
        src={card[size]}
        alt={card.alt}
        width={card.widthPx}
        height={card.heightPx}
        loading={size === 'thumbnail' ? 'lazy' : undefined}
        className={`h-auto w-full object-contain ${className}`}
      />
    </a>
  );
}
