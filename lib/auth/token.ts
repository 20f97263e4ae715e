import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

declare const tokenHash: unique symbol;

/** The SHA-256 (hex) of a token: what is stored and looked up in its place. */
export type TokenHash = string & { readonly [tokenHash]: true };

/** The hash of a token, or null for what cannot be one. A random 256-bit token needs no slower hash. */
export function hashOfToken(token: string | undefined): TokenHash | null {
  return token !== undefined && /^[\w-]{43}$/.test(token) ? sha256(token) : null;
}

/** An opaque token, 256 random bits as 43 characters of base64url, and the hash that is stored in its place. */
export function newToken(): { token: string; tokenHash: TokenHash } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: sha256(token) };
}

function sha256(text: string): TokenHash {
  return createHash('sha256').update(text).digest('hex') as TokenHash;
}
