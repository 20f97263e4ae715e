import { expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const host = { host: 'turnwise.example:3000' };

it.each([
  { ...host, 'sec-fetch-site': 'same-origin' },
  { ...host, 'sec-fetch-site': 'same-origin', origin: 'http://turnwise.example:3000' },
  { ...host, origin: 'http://turnwise.example:3000' },
  { ...host, origin: 'https://turnwise.example:3000' },
])('lets in %j', (headers) => {
  expect(isSameOrigin(new Headers(headers))).toBe(true);
});

it.each([
  {},
  host,
  { ...host, 'sec-fetch-site': 'cross-site', origin: 'http://turnwise.example:3000' },
  { ...host, 'sec-fetch-site': 'same-site' },
  { ...host, 'sec-fetch-site': 'none' },
  { ...host, 'sec-fetch-site': '' },
  { ...host, origin: 'null' },
  { ...host, origin: 'http://evil.example' },
  { ...host, origin: 'http://turnwise.example' },
  { ...host, origin: 'http://turnwise.example:3000.evil.example' },
  { ...host, origin: 'http://turnwise.example:3000/' },
  { origin: 'http://null' },
  { ...host, referer: 'http://turnwise.example:3000/' },
])('turns away %j', (headers) => {
  expect(isSameOrigin(new Headers(headers as Record<string, string>))).toBe(false);
});
