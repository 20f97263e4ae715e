import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ContactRow } from '#lib/view/contact-words.ts';
import { ContactForm } from './contact-form.tsx';

type ContactsSectionProps = {
  caseId: string;
  zoneNote: string;
  rows: readonly ContactRow[];
  caregivers: readonly { value: string; label: string }[];
  contactId: string | null;
};

/** Every contact with the family, latest first, and the form for another. */
export function ContactsSection({ caseId, zoneNote, rows, caregivers, contactId }: ContactsSectionProps) {
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
              <li key={row.id} data-print="together" className="grid gap-0.5 py-2">
                <p>
                  <time className="font-medium">{row.when}</time> · {row.what}
                  {row.with !== null && `, ${row.with}`}
                </p>
                {row.signs !== null && <p className="font-medium text-act">Signs: {row.signs}</p>}
                {row.note !== null && <p>{row.note}</p>}
                <p className="text-ink-muted text-sm">recorded by {row.by}</p>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}
