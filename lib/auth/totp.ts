import 'server-only';
import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Instant } from '#lib/domain/units.ts';

const PERIOD_S = 30;

/** A new secret for an authenticator app: 160 random bits in base32, as RFC 4226 advises. */
export function newSecret(): string {
  return generateSecret();
}

/** The address by which an authenticator app takes the secret over. */
export function otpauthUri(secret: string, email: string): string {
  return generateURI({ issuer: 'Turnwise', label: email, secret });
}

/**
 * The time step (half minutes since 1970) whose code this is, or null. The code of the step before and of the
 * step after are accepted too, for a telephone whose clock is not quite right (RFC 6238, 5.2).
 */
export function stepOfCode(secret: string, code: string, now: Instant): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now / 1_000);
  const found = verifySync({ secret, token: code, epoch, period: PERIOD_S, epochTolerance: PERIOD_S });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
