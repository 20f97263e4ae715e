import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** An opaque token: 256 random bits as 43 characters of base64url. It is shown once; only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The SHA-256 (hex) of a token, or null for what cannot be one. A random 256-bit token needs no slower hash. */
export function hashOfToken(token: string | undefined): string | null {
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return null;
  return createHash('sha256').update(token).digest('hex');
}
