import { TextLink } from '#components/ui/text-link.tsx';
import type { ContactRow } from '#lib/view/contact-words.ts';

type ContactEntryProps = { caseId: string; row: ContactRow; mayChange: boolean };

/** A contact as it stands, with what stood there before it was corrected. */
export function ContactEntry({ caseId, row, mayChange }: ContactEntryProps) {
  return (
    <>
      <p>
        <time className="whitespace-nowrap font-medium">{row.when}</time> · {row.what}
        {row.with !== null && `, ${row.with}`}
      </p>
      {row.signs !== null && <p className="font-medium text-act">Signs: {row.signs}</p>}
      {row.note !== null && <p>{row.note}</p>}
      {row.before.map((words) => (
        <p key={words} className="border-line-strong border-l-3 pl-2 text-ink-muted text-sm">
          Before: {words}
        </p>
      ))}
      <p className="text-ink-muted text-sm">
        recorded by {row.by}
        {mayChange ? (
          <>
            {' · '}
            <ChangeLink caseId={caseId} row={row} change="correct" label="Correct" />
            {' · '}
            <ChangeLink caseId={caseId} row={row} change="withdraw" label="Withdraw" />
          </>
        ) : null}
      </p>
    </>
  );
}

type ChangeLinkProps = { caseId: string; row: ContactRow; change: string; label: string };

function ChangeLink({ caseId, row, change, label }: ChangeLinkProps) {
  return (
    <TextLink
      href={`/cases/${caseId}/contacts?${change}=${row.id}#${row.id}`}
      prefetch={false}
      scroll={false}
      data-print="hide"
    >
      {label}
      <span className="sr-only"> what was recorded for {row.when}</span>
    </TextLink>
  );
}
