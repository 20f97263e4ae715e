import type { Contact, ContactKind, ContactOutcome } from '#lib/domain/contact/contact.ts';
import { SIGN_WORDS } from './complication-words.ts';
import { formatInstant } from './format-date.ts';

export const CONTACT_KIND_WORDS: Record<ContactKind, string> = {
  call: 'Call',
  visit: 'Visit',
  message: 'Message',
};

export const CONTACT_OUTCOME_WORDS: Record<ContactOutcome, string> = {
  reached: 'Reached',
  'no-answer': 'No answer',
  'turned-now': 'Turned now',
  'told-to-hold': 'Told to hold',
  'visit-arranged': 'Visit arranged',
};

/** A contact as the page of contacts shows it. */
export type ContactRow = {
  id: string;
  kind: ContactKind;
  when: string;
  /** `Call, reached`. */
  what: string;
  with: string | null;
  signs: string | null;
  note: string | null;
  by: string;
};

/** The contacts of a case, latest first. */
export function contactRows(
  contacts: readonly Contact[],
  caregivers: readonly { id: string; name: string; relation: string }[],
  people: Readonly<Record<string, string>>,
  zone: string,
): readonly ContactRow[] {
  return [...contacts]
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .map(({ id, at, kind, outcome, caregiverId, signs, note, byId }) => {
      const caregiver = caregivers.find((one) => one.id === caregiverId);
      return {
        id,
        kind,
        when: formatInstant(at, zone),
        what: `${CONTACT_KIND_WORDS[kind]}, ${CONTACT_OUTCOME_WORDS[outcome].toLowerCase()}`,
        with: caregiver ? `${caregiver.name} (${caregiver.relation})` : null,
        signs: signs.length === 0 ? null : signs.map((sign) => SIGN_WORDS[sign]).join(', '),
        note,
        by: people[byId] ?? 'somebody',
      };
    });
}

/** `Call, no answer, 04-Mar-2026 10:15: message left`; null: nobody was ever called. */
export function lastContactWords(
  last: Pick<Contact, 'kind' | 'at' | 'outcome' | 'note'> | null,
  zone: string,
): string | null {
  if (last === null) return null;
  const what = `${CONTACT_KIND_WORDS[last.kind]}, ${CONTACT_OUTCOME_WORDS[last.outcome].toLowerCase()}`;
  return `${what}, ${formatInstant(last.at, zone)}${last.note === null ? '' : `: ${last.note}`}`;
}
