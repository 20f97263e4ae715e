import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#lib/domain/units.ts';
import { sessionEnd } from './session-end.ts';

const start = Date.UTC(2026, 2, 1, 8);
const idleMs = 30 * MINUTE_MS;
const times = {
  createdAt: start,
  lastSeenAt: start,
  expiresAt: start + 12 * HOUR_MS,
  revokedAt: null,
  personDisabledAt: null,
  passwordChangedAt: start - HOUR_MS,
};

describe('sessionEnd', () => {
  it('counts until the idle limit and not at it', () => {
    expect(sessionEnd(times, idleMs, start + idleMs - 1)).toBeNull();
    expect(sessionEnd(times, idleMs, start + idleMs)).toBe('idle');
  });

  it('ends at the absolute limit, however busy', () => {
    const busy = { ...times, lastSeenAt: start + 12 * HOUR_MS - 1 };
    expect(sessionEnd(busy, idleMs, start + 12 * HOUR_MS - 1)).toBeNull();
    expect(sessionEnd(busy, idleMs, start + 12 * HOUR_MS)).toBe('expired');
  });

  it('ends by sign-out, by disabling and by a later password, and survives its own new password', () => {
    expect(sessionEnd({ ...times, revokedAt: start + 1 }, idleMs, start + 2)).toBe('signed-out');
    expect(sessionEnd({ ...times, personDisabledAt: start + 1 }, idleMs, start + 2)).toBe('disabled');
    expect(sessionEnd({ ...times, passwordChangedAt: start + 1 }, idleMs, start + 2)).toBe(
      'password-changed',
    );
    expect(sessionEnd({ ...times, passwordChangedAt: start }, idleMs, start + 2)).toBeNull();
  });
});
