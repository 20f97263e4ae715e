import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { EnvironmentError, environment } from '#lib/env.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What a text is sealed for: one is never taken for another. */
type Purpose = 'turnwise second factor' | 'turnwise tuning';

function key(purpose: Purpose): Buffer {
  const secret = environment().TURNWISE_SECRET;
  if (!secret) {
    throw new EnvironmentError(
      'The setting TURNWISE_SECRET is missing: start the software with npm start or npm run dev.',
    );
  }
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}

/** A text that only this server reads again, and for the same person alone. */
export function sealText(purpose: Purpose, personId: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key(purpose), iv).setAAD(Buffer.from(personId));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text again, or null: it was sealed for something or somebody else, changed, or TURNWISE_SECRET is another one now. */
export function openText(purpose: Purpose, personId: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(CIPHER, key(purpose), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  }).setAAD(Buffer.from(personId));
  try {
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const opened = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    return null;
  }
}

/** A person's second-factor secret as it is stored: nobody reads it from the database alone, or uses it for another person. */
export const sealSecret = (personId: string, secret: string) =>
  sealText('turnwise second factor', personId, secret);

/** The secret again, or null as with `openText`. */
export const openSecret = (personId: string, stored: string) =>
  openText('turnwise second factor', personId, stored);
