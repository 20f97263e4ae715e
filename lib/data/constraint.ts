import 'server-only';

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
const EXCLUSION_VIOLATION = '23P01';
const INVALID_PARAMETER = '22023';

/** Stands for the database not knowing a time zone: its list and the platform's are of different years. */
export const UNKNOWN_ZONE = 'time_zone';

/** The name of the key, exclusion or reference that the database refused to break, or `UNKNOWN_ZONE`; null for any other error. */
export function brokenConstraint(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code: unknown = Reflect.get(error, 'code');
  const constraint: unknown = Reflect.get(error, 'constraint');
  if (code === INVALID_PARAMETER && error.message.startsWith('time zone')) return UNKNOWN_ZONE;
  const isKey = code === UNIQUE_VIOLATION || code === FOREIGN_KEY_VIOLATION || code === EXCLUSION_VIOLATION;
  return isKey && typeof constraint === 'string' ? constraint : null;
}
