import { TableScroll } from '#components/ui/table.tsx';
import type { FormState } from './form-state.ts';

type Conflict = NonNullable<Extract<FormState, { status: 'refused' }>['conflict']>;

type FormConflictProps = {
  conflict: Conflict;
  labels: Record<string, string>;
  /** Value → what it is called, for values that are ids. */
  words: Record<string, string>;
};

/** So many fields that are the same in both are shown beside those that differ; more are folded away. */
const MOST_ALIKE = 6;

/** Both versions of what two people saved, field by field; the lines that differ come first. */
export function FormConflict({ conflict, labels, words }: FormConflictProps) {
  const names = [...new Set([...Object.keys(conflict.theirs), ...Object.keys(conflict.mine)])];
  const differs = (name: string) => conflict.mine[name] !== conflict.theirs[name];
  const [different, alike] = [names.filter(differs), names.filter((name) => !differs(name))];
  const isFolded = different.length > 0 && alike.length > MOST_ALIKE;
  const shared = { conflict, labels, words };
  return (
    <>
      {conflict.difference && conflict.difference.length > 0 ? (
        <div>
          <p className="font-medium">What yours would change of theirs</p>
          <ul className="list-disc pl-5">
            {conflict.difference.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <BothVersions {...shared} names={isFolded ? different : [...different, ...alike]} />
      {isFolded ? (
        <details>
          <summary className="cursor-pointer">{alike.length} more fields, the same in both</summary>
          <BothVersions {...shared} names={alike} />
        </details>
      ) : null}
    </>
  );
}

function BothVersions({ conflict, labels, words, names }: FormConflictProps & { names: readonly string[] }) {
  const said = (value: string | undefined) => (value ? (words[value] ?? value) : '\u2014');
  return (
    <TableScroll label="Both versions">
      <table className="data-table">
        <caption className="pb-2 text-left text-ink-muted">
          Saved by {said(conflict.by)}, {conflict.at}
        </caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Saved by {said(conflict.by)}</th>
            <th scope="col">Yours, not saved</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{labels[name] ?? name}</th>
              <td>{said(conflict.theirs[name])}</td>
              <td
                className={conflict.mine[name] === conflict.theirs[name] ? 'text-ink-muted' : 'font-semibold'}
              >
                {said(conflict.mine[name])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
