import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { EnvironmentError, environment } from '#lib/env.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

function key(): Buffer {
  const secret = environment().TURNWISE_SECRET;
  if (!secret) {
    throw new EnvironmentError(
      'The setting TURNWISE_SECRET is missing: start the software with npm start or npm run dev.',
    );
  }
  return Buffer.from(hkdfSync('sha256', secret, '', 'turnwise second factor', 32));
}

/** A person's second-factor secret as it is stored: nobody reads it from the database alone, or uses it for another person. */
export function sealSecret(personId: string, secret: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key(), iv).setAAD(Buffer.from(personId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The secret again, or null: it was sealed for somebody else, changed, or TURNWISE_SECRET is another one now. */
export function openSecret(personId: string, stored: string): string | null {
  const bytes = Buffer.from(stored, 'base64url');
  const decipher = createDecipheriv(CIPHER, key(), bytes.subarray(0, IV_BYTES), {
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
