import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ContactRow } from '#lib/view/contact-words.ts';
import { ContactForm } from './contact-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

type ContactsSectionProps = {
  caseId: string;
  zoneNote: string;
  rows: readonly ContactRow[];
  caregivers: readonly { value: string; label: string }[];
  contactId: string | null;
  withdrawing: { id: string; contactId: string } | null;
};

/** Every contact with the family, latest first, and the form for another. */
export function ContactsSection(props: ContactsSectionProps) {
  const { caseId, zoneNote, rows, caregivers, contactId, withdrawing } = props;
  return (
    <div className="grid gap-6">
      {contactId !== null && (
        <Section title="New contact" id="new-contact" detail={zoneNote.trim()}>
          <ContactForm key={contactId} caseId={caseId} contactId={contactId} caregivers={caregivers} />
        </Section>
      )}
      <Section title="Contacts" id="contacts" detail={String(rows.length)}>
        {rows.length === 0 ? (
          <EmptyState title="No contact is on record">
            Calls, visits and messages stand here once they are recorded.
          </EmptyState>
        ) : (
          <ol className="grid divide-y divide-line">
            {rows.map((row) => (
              <li key={row.id} id={row.id} data-print="together" className="grid gap-0.5 py-2">
                <p>
                  <time className="font-medium">{row.when}</time> · {row.what}
                  {row.with !== null && `, ${row.with}`}
                </p>
                {row.signs !== null && <p className="font-medium text-act">Signs: {row.signs}</p>}
                {row.note !== null && <p>{row.note}</p>}
                <p className="text-ink-muted text-sm">
                  recorded by {row.by}
                  {contactId !== null && withdrawing?.id !== row.id && (
                    <>
                      {' · '}
                      <TextLink
                        href={`/cases/${caseId}/contacts?withdraw=${row.id}#${row.id}`}
                        prefetch={false}
                        scroll={false}
                        data-print="hide"
                      >
                        Withdraw<span className="sr-only"> what was recorded for {row.when}</span>
                      </TextLink>
                    </>
                  )}
                </p>
                {contactId !== null && withdrawing?.id === row.id && (
                  <WithdrawForm caseId={caseId} row={row} contactId={withdrawing.contactId} />
                )}
              </li>
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}
