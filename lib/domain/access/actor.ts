export const ROLES = ['surgeon', 'nurse', 'scheduler', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts, in which clinic, and as what there. */
export type Actor = { personId: string; clinicId: string; roles: readonly Role[] };

declare const authorized: unique symbol;

/** The id of a case that the gate has found to be within the actor's reach. Only `lib/auth` makes one of a request. */
export type AuthorizedCaseId = string & { readonly [authorized]: true };
