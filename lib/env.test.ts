import { describe, expect, test } from 'vitest';
import { EnvironmentError, parseEnvironment } from './env.ts';

describe('settings', () => {
  test('nothing set is a whole configuration', () => {
    expect(parseEnvironment({})).toMatchObject({
      TURNWISE_DATA_DIR: '.data',
      TURNWISE_HOST: '127.0.0.1',
      TURNWISE_PORT: 3000,
      TURNWISE_LOG_LEVEL: 'info',
    });
  });

  test('an empty value counts as absent', () => {
    expect(parseEnvironment({ TURNWISE_PORT: '', DATABASE_URL: '' })).toEqual(parseEnvironment({}));
  });

  test.each(['0', '65536', '-1', '3000.5', '1e3', 'x', ' 3000'])('port %s is refused by name', (value) => {
    expect(() => parseEnvironment({ TURNWISE_PORT: value })).toThrow(
      `The setting TURNWISE_PORT ("${value}") cannot be used: give a whole number from 1 to 65535.`,
    );
  });

  test.each([
    ['DATABASE_URL', 'host=db password=hidden'],
    ['TURNWISE_SECRET', 'hidden'],
  ])('a bad %s is not repeated', (name, value) => {
    const parse = () => parseEnvironment({ [name]: value });
    expect(parse).toThrow(EnvironmentError);
    expect(parse).not.toThrow(/hidden/);
  });

  test('the public address loses a closing slash and may have no path', () => {
    expect(parseEnvironment({ TURNWISE_URL: 'https://clinic.example/' }).TURNWISE_URL).toBe(
      'https://clinic.example',
    );
    expect(() => parseEnvironment({ TURNWISE_URL: 'https://clinic.example/turnwise' })).toThrow(
      /TURNWISE_URL/,
    );
    expect(() => parseEnvironment({ TURNWISE_URL: 'javascript:alert(1)' })).toThrow(/TURNWISE_URL/);
  });
});

describe("the hospital's sign-in", () => {
  const whole = {
    TURNWISE_OIDC_ISSUER: 'https://login.hospital.example/realms/staff/',
    TURNWISE_OIDC_CLIENT_ID: 'turnwise',
    TURNWISE_OIDC_CLIENT_SECRET: 'hidden',
    TURNWISE_OIDC_NAME: 'North Hospital',
  };

  test('is set as a whole or not at all', () => {
    expect(parseEnvironment(whole).TURNWISE_OIDC_ISSUER).toBe('https://login.hospital.example/realms/staff');
    for (const name of Object.keys(whole)) {
      const parse = () => parseEnvironment({ ...whole, [name]: '' });
      expect(parse).toThrow(`The setting ${name} cannot be used: it is missing`);
      expect(parse).not.toThrow(/hidden/);
    }
  });

  test('has a web address for its issuer', () => {
    const parse = () => parseEnvironment({ ...whole, TURNWISE_OIDC_ISSUER: 'login.hospital.example' });
    expect(parse).toThrow(
      /TURNWISE_OIDC_ISSUER \("login.hospital.example"\) cannot be used: give the address/,
    );
  });
});

describe('the test clock', () => {
  test.each([
    ['2026-03-01T08:00:00Z', { kind: 'fixed', at: Date.UTC(2026, 2, 1, 8) }],
    ['2026-03-01T08:00:00+02:00', { kind: 'fixed', at: Date.UTC(2026, 2, 1, 6) }],
    ['+90m', { kind: 'shifted', byMs: 5_400_000 }],
    ['-3d', { kind: 'shifted', byMs: -259_200_000 }],
  ])('%s', (value, expected) => {
    expect(parseEnvironment({ TURNWISE_CLOCK: value }).TURNWISE_CLOCK).toEqual(expected);
  });

  test.each(['yesterday', '2026-03-01', '2026-13-01T08:00:00Z', '90m', '+1y'])('%s is refused', (value) => {
    expect(() => parseEnvironment({ TURNWISE_CLOCK: value })).toThrow(/TURNWISE_CLOCK/);
  });

  test('a running clinic keeps the real time unless it is told that it is a test', () => {
    const settings = { NODE_ENV: 'production', TURNWISE_CLOCK: '+1h' };
    expect(() => parseEnvironment(settings)).toThrow(/TURNWISE_CLOCK .*real time/);
    expect(parseEnvironment({ ...settings, TURNWISE_ALLOW_TEST_CLOCK: '1' }).TURNWISE_CLOCK).toBeDefined();
  });
});
