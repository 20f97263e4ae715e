import type { Role } from '#lib/domain/access/actor.ts';
import type { ClinicPerson } from '#lib/domain/access/clinic-people.ts';
import { formatInstant } from './format-date.ts';
import { rolesInWords } from './role-words.ts';

/** A person of the clinic, ready to be shown. */
export type PersonRow = {
  id: string;
  name: string;
  email: string;
  roles: readonly Role[];
  rolesInWords: string;
  isDisabled: boolean;
  hasSecondFactor: boolean;
  /** Whether the account can be used, and until when a password link works. */
  state: string;
  lastSeen: string;
  /** The person who looks at the list. */
  isYourself: boolean;
  worksElsewhere: boolean;
};

function stateOf({ disabledAt, hasPassword, linkExpiresAt }: ClinicPerson, zone: string): string {
  if (disabledAt !== null) return `Disabled since ${formatInstant(disabledAt, zone)}`;
  const link = linkExpiresAt === null ? '' : `password link until ${formatInstant(linkExpiresAt, zone)}`;
  if (hasPassword) return link ? `Active, ${link}` : 'Active';
  return link ? `No password yet, ${link}` : 'No password yet, and no link';
}

/** The row of a person; times are on the clock of the clinic. */
export function toPersonRow(person: ClinicPerson, zone: string, yourId: string): PersonRow {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    roles: person.roles,
    rolesInWords: rolesInWords(person.roles),
    isDisabled: person.disabledAt !== null,
    hasSecondFactor: person.hasSecondFactor,
    state: stateOf(person, zone),
    lastSeen: person.lastSeenAt === null ? 'Never' : formatInstant(person.lastSeenAt, zone),
    isYourself: person.id === yourId,
    worksElsewhere: person.worksElsewhere,
  };
}
