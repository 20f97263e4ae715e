import type { Contact, ContactKind, ContactOutcome } from '#lib/domain/contact/contact.ts';
import type { Instant } from '#lib/domain/units.ts';
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
  /** What stood here before it was corrected, latest first. */
  before: readonly string[];
};

/** A contact that no longer counts, and the row that took its place or took it away. */
type Superseded = Omit<Contact, 'byId' | 'signsToldAt'> & {
  by: string;
  changedBy: string;
  changedAt: Instant;
  changedById: string;
  withdrawn: boolean;
};

/** The contacts of a case, latest first. */
export function contactRows(
  contacts: readonly Contact[],
  caregivers: readonly { id: string; name: string; relation: string }[],
  people: Readonly<Record<string, string>>,
  zone: string,
  superseded: readonly Superseded[],
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
        before: earlierWords(id, superseded, zone),
      };
    });
}

/** Every contact that was taken back, with who took it back and what had stood there before. */
export function withdrawnWords(superseded: readonly Superseded[], zone: string): readonly string[] {
  return superseded
    .filter(({ withdrawn }) => withdrawn)
    .flatMap((contact) => [supersededWords(contact, zone), ...earlierWords(contact.id, superseded, zone)]);
}

/** What a row took the place of, and what that had taken the place of. */
function earlierWords(id: string, superseded: readonly Superseded[], zone: string): readonly string[] {
  const earlier = superseded.find(({ changedById, withdrawn }) => changedById === id && !withdrawn);
  return earlier ? [supersededWords(earlier, zone), ...earlierWords(earlier.id, superseded, zone)] : [];
}

/** `Call, reached, 04-Mar-2026 10:15: message left; recorded by A. Nurse, corrected by B. Nurse 04-Mar-2026 10:20`. */
function supersededWords(contact: Superseded, zone: string): string {
  const change = contact.withdrawn ? 'withdrawn' : 'corrected';
  const signs = contact.signs.map((sign) => SIGN_WORDS[sign]).join(', ');
  const said = `${lastContactWords(contact, zone)}${signs === '' ? '' : `; signs: ${signs}`}`;
  return `${said}; recorded by ${contact.by}, ${change} by ${contact.changedBy} ${formatInstant(contact.changedAt, zone)}`;
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
