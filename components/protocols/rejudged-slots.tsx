import { Dated } from '#components/ui/dated.tsx';
import type { Rejudged } from '#lib/view/rejudged-words.ts';
import { Lines } from './comparison-view.tsx';

/** So many are read as they are; more are summed up. */
const MOST_SHOWN = 6;

const TITLE = 'Past slots judged anew';

/** The past slots whose plan a version changes: summed up, and folded where there are many. */
export function RejudgedSlots({ rejudged }: { rejudged: Rejudged | null }) {
  if (rejudged === null) return null;
  const { summary, lines } = rejudged;
  if (lines.length <= MOST_SHOWN) return <Lines title={TITLE} lines={lines} />;
  return (
    <details>
      <summary className="cursor-pointer font-medium">
        {TITLE}:{' '}
        <span className="font-normal">
          <Dated>{summary}</Dated>
        </span>
      </summary>
      <ul aria-label={TITLE} className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>
            <Dated>{line}</Dated>
          </li>
        ))}
      </ul>
    </details>
  );
}
