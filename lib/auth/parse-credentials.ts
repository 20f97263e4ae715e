import 'server-only';

const LONGEST_PASSWORD = 200;

const EMAIL = /^[\x21-\x3f\x41-\x7e]{1,64}@[\x21-\x3f\x41-\x7e]{1,189}$/;

/** An e-mail address as it is stored, in lower case, or null for what cannot be one. */
function parseEmail(given: unknown): string | null {
  if (typeof given !== 'string') return null;
  const email = given.trim().toLowerCase();
  return EMAIL.test(email) ? email : null;
}

/** What was typed to sign in, or null when it cannot belong to anybody. */
export function parseCredentials(given: unknown): { email: string; password: string } | null {
  if (typeof given !== 'object' || given === null) return null;
  const { email: typed, password } = given as Record<string, unknown>;
  const email = parseEmail(typed);
  if (email === null || typeof password !== 'string' || password === '' || password.length > LONGEST_PASSWORD)
    return null;
  return { email, password };
}
