import { Alert } from '#components/ui/alert.tsx';
import { Dated } from '#components/ui/dated.tsx';
import type { LaterWords } from '#lib/view/later-words.ts';

/** What becomes of the versions that were to begin after an amendment: each goes on with it, or does not begin. */
export function LaterVersions({ later }: { later: readonly LaterWords[] }) {
  return later.map(({ words, changes, isGone }) => (
    <Alert key={words} level={isGone ? 'look' : 'info'} title={words}>
      {changes.length === 0 ? (
        <p>It says what it said before.</p>
      ) : (
        <>
          <p>{isGone ? 'In its place:' : 'Against what was signed:'}</p>
          <ul className="list-disc pl-5">
            {changes.map((line) => (
              <li key={line}>
                <Dated>{line}</Dated>
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  ));
}
