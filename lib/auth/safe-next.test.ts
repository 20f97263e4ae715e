import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('safeNext', () => {
  it.each(['/', '/cases/0190?day=3', '/admin/people#add', '/cases/a/turns/call'])('keeps %s', (path) => {
    expect(safeNext(path)).toBe(path);
  });

  it.each([
    undefined,
    null,
    '',
    'cases',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    ' /cases',
    'javascript:alert(1)',
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/sign-in?next=/sign-in',
    '/api/session/sign-out',
    '/set-password/x',
    `/${'a'.repeat(2_001)}`,
  ])('goes to the worklist instead of %j', (path) => {
    expect(safeNext(path)).toBe('/');
  });
});
