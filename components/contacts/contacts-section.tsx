import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ContactsPage } from '#lib/view/contacts-page.ts';
import { ContactEntry } from './contact-entry.tsx';
import { ContactForm } from './contact-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

/** Every contact with the family, latest first, and the form for another. */
export function ContactsSection(props: ContactsPage) {
  const { caseId, zoneNote, rows, withdrawn, contactId, correcting, withdrawing } = props;
  const { caregivers, holdable, staff } = props;
  const form = { caseId, caregivers, holdable, staff };
  return (
    <div className="grid gap-6">
      {contactId !== null && correcting === null && (
        <Section title="New contact" id="new-contact" detail={zoneNote.trim()}>
          <ContactForm key={rows.length} {...form} contactId={contactId} correcting={null} />
        </Section>
      )}
      <Section title="Contacts" id="contacts" detail={String(rows.length)}>
        {rows.length === 0 ? (
          <EmptyState title="No contact is on record">
            Calls, visits and messages stand here once they are recorded.
          </EmptyState>
        ) : (
          <ol className="grid divide-y divide-line">
            {rows.map((row) => {
              const isOpen = row.id === withdrawing?.id || row.id === correcting?.id;
              return (
                <li key={row.id} id={row.id} data-print="together" className="grid gap-0.5 py-2">
                  <ContactEntry caseId={caseId} row={row} mayChange={contactId !== null && !isOpen} />
                  {withdrawing?.id === row.id && (
                    <WithdrawForm caseId={caseId} row={row} contactId={withdrawing.contactId} />
                  )}
                  {correcting?.id === row.id && (
                    <div className="mt-2 border-line border-l-3 pl-3">
                      <ContactForm
                        key={correcting.contactId}
                        {...form}
                        contactId={correcting.contactId}
                        correcting={correcting}
                      />
                    </div>
                  )}
                </li>
              );
            })}
          </ol>
        )}
      </Section>
      {withdrawn.length > 0 && (
        <Section title="Withdrawn" id="withdrawn-contacts" detail={String(withdrawn.length)}>
          <ul className="grid gap-1 text-ink-muted text-sm">
            {withdrawn.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
