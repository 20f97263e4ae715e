import { Alert } from '#components/ui/alert.tsx';
import { Dated } from '#components/ui/dated.tsx';
import type { LaterWords } from '#lib/view/later-words.ts';

/** What becomes of the versions that were to begin after an amendment: each goes on with it, or does not begin. */
export function LaterVersions({ later }: { later: readonly LaterWords[] }) {
  return later.map(({ words, changes, fromThen, isGone }) => (
    <Alert key={words} level={isGone ? 'look' : 'info'} title={words}>
      {changes.length === 0 ? (
        <p>All of it is as it was signed.</p>
      ) : (
        <Lines title={isGone ? 'In its place:' : 'Against what was signed:'} lines={changes} />
      )}
      {fromThen.length === 0 ? null : <Lines title="What changes on that day:" lines={fromThen} />}
    </Alert>
  ));
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <p>{title}</p>
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>
            <Dated>{line}</Dated>
          </li>
        ))}
      </ul>
    </>
  );
}
