import 'server-only';
import { createHash, randomInt } from 'node:crypto';

const HOW_MANY = 10;
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 16;

const hashOf = (personId: string, code: string) =>
  createHash('sha256').update(`${personId} ${code}`).digest('hex');

/** Ten new codes of 80 random bits, to be shown once, and their hashes, which are what is stored. */
export function newRecoveryCodes(personId: string): { codes: string[]; codeHashes: string[] } {
  const bare = Array.from({ length: HOW_MANY }, () =>
    Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  );
  return {
    codes: bare.map((code) => code.replaceAll(/.{4}(?=.)/g, '$&-')),
    codeHashes: bare.map((code) => hashOf(personId, code)),
  };
}

/** The hash of a recovery code as somebody typed it, or null for what cannot be one. */
export function hashOfRecoveryCode(personId: string, typed: string): string | null {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '');
  return code.length === LENGTH ? hashOf(personId, code) : null;
}
