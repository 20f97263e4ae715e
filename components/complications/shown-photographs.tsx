import Link from 'next/link';
import type { ShownPhotograph } from '#lib/view/complication-photographs.ts';

/** The photographs that show a complication, small; a press leads to each among all of the case. */
export function ShownPhotographs({ photographs }: { photographs: readonly ShownPhotograph[] }) {
  if (photographs.length === 0) return null;
  return (
    <ul className="my-1 flex flex-wrap gap-2">
      {photographs.map(({ id, href, thumbnail, words }) => (
        <li key={id}>
          <Link href={href} className="block bg-surface-sunk">
            {/* biome-ignore lint/performance/noImgElement: next/image would keep a picture of a patient in a cache */}
            <img src={thumbnail} alt={words} loading="lazy" className="size-24 object-cover" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
