import { expect, test } from 'vitest';
import { currentAddress } from './current-address.ts';

const tabs = ['/cases/7', '/cases/7/turns', '/cases/7/turns/call'];

test.each([
  ['/cases/7', '/cases/7'],
  ['/cases/7/turns', '/cases/7/turns'],
  ['/cases/7/turns/sheet', '/cases/7/turns'],
  ['/cases/7/turnstile', '/cases/7'],
  ['/cases/71', undefined],
  ['/', undefined],
])('the page at %s belongs to %s', (path, address) => {
  expect(currentAddress(tabs, path)).toBe(address);
});

test('the start page has no parts', () => {
  expect(currentAddress(['/', '/calls'], '/')).toBe('/');
  expect(currentAddress(['/', '/calls'], '/cases/7')).toBeUndefined();
});
