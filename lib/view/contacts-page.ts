import type { ContactValues } from './contact-values.ts';
import type { ContactRow } from './contact-words.ts';
import type { Choice } from './intake-words.ts';

/** The contacts with a family, and the forms that record, correct or withdraw one. */
export type ContactsPage = {
  caseId: string;
  zoneNote: string;
  rows: readonly ContactRow[];
  /** What was taken back, in words. */
  withdrawn: readonly string[];
  caregivers: readonly Choice[];
  /** The devices that could be held, and who may have told the family of it. */
  holdable: readonly Choice[];
  staff: readonly Choice[];
  /** The id of the contact that the form makes; null for who may record none. */
  contactId: string | null;
  /** The contact that is about to be corrected or withdrawn, and the id of the row that does it. */
  correcting: (ContactValues & { contactId: string }) | null;
  withdrawing: { id: string; contactId: string } | null;
};
