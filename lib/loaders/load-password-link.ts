import 'server-only';
import { findPasswordLink } from '#lib/auth/password-link.ts';
import { now } from '#lib/clock.ts';

/** Whose one-time address this is; null: it no longer works, or never did. */
export async function loadPasswordLink(token: string): Promise<{ name: string; email: string } | null> {
  const link = await findPasswordLink(token, now());
  return link && { name: link.name, email: link.email };
}
