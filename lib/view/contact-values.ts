import { isoDay, localTime } from '#lib/domain/case-day.ts';
import type { Contact } from '#lib/domain/contact/contact.ts';
import { formatMinute } from './format-date.ts';

/** A contact as its form is filled in with it. */
export type ContactValues = Pick<Contact, 'id' | 'kind' | 'outcome' | 'signs'> & {
  caregiverId: string;
  atDay: string;
  atTime: string;
  note: string;
};

/** What the form that corrects a contact begins with: the contact as it stands, on the clock of the family. */
export function contactValues(contact: Contact, zone: string): ContactValues {
  const { id, kind, outcome, signs, caregiverId, note, at } = contact;
  const { day, minute } = localTime(zone, at);
  return {
    id,
    kind,
    outcome,
    signs,
    caregiverId: caregiverId ?? '',
    atDay: isoDay(day),
    atTime: formatMinute(minute),
    note: note ?? '',
  };
}
