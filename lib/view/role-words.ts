import type { Role } from '#lib/domain/access/actor.ts';

/** Each role by name, and what it is for. */
export const ROLE_WORDS: Record<Role, { name: string; detail: string }> = {
  surgeon: {
    name: 'Surgeon',
    detail: 'Everything about patients and cases, protocols of any rate included.',
  },
  nurse: {
    name: 'Nurse coordinator',
    detail: 'Everything about patients and cases; protocols within the rates of the clinic.',
  },
  scheduler: { name: 'Scheduler', detail: 'Reads every case and records dates of operations.' },
  administrator: {
    name: 'Administrator',
    detail: 'People and settings of the clinic; sees no patient without another role.',
  },
};

/** `Surgeon, administrator`. */
export function rolesInWords(roles: readonly Role[]): string {
  const names = roles.map((role) => ROLE_WORDS[role].name);
  return names.map((name, index) => (index === 0 ? name : name.toLowerCase())).join(', ');
}
