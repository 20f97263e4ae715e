import type { ContactKind, ContactOutcome } from '#lib/domain/contact/contact.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { SIGN_WORDS } from '#lib/view/complication-words.ts';
import type { TimelineContext, TimelineEntry } from './timeline-entry.ts';

const KIND_WORDS: Record<ContactKind, string> = { call: 'Call', visit: 'Visit', message: 'Message' };

const OUTCOME_WORDS: Record<ContactOutcome, string> = {
  reached: 'family reached',
  'no-answer': 'no answer',
  'turned-now': 'turned during it',
  'told-to-hold': 'told to hold',
  'visit-arranged': 'visit arranged',
};

/** Calls, visits and messages, with the warning signs that were told of. */
export function contactEntries({ contacts }: CaseFacts, { path }: TimelineContext): TimelineEntry[] {
  return contacts.map(({ id, kind, at, outcome, signs, note, recordedAt }): TimelineEntry => {
    const told = signs.length > 0 ? `Signs: ${signs.map((sign) => SIGN_WORDS[sign]).join(', ')}` : null;
    return {
      key: id,
      kind: 'contact',
      at,
      recordedAt,
      title: `${KIND_WORDS[kind]}: ${OUTCOME_WORDS[outcome]}`,
      detail: [told, note].filter(Boolean).join('; ') || null,
      href: `${path}/contacts#${id}`,
    };
  });
}
