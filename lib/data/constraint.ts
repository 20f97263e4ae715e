import 'server-only';

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

/** The name of the key or reference that the database refused to break; null for any other error. */
export function brokenConstraint(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code: unknown = Reflect.get(error, 'code');
  const constraint: unknown = Reflect.get(error, 'constraint');
  const isKey = code === UNIQUE_VIOLATION || code === FOREIGN_KEY_VIOLATION;
  return isKey && typeof constraint === 'string' ? constraint : null;
}
