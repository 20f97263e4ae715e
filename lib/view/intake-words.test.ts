import { expect, test } from 'vitest';
import type { Role } from '#lib/domain/access/actor.ts';
import { familyStaffChoices } from './intake-words.ts';

const one = (id: string, ...roles: Role[]) => ({ id, name: id, roles });
const STAFF = [
  one('Ada', 'administrator'),
  one('Ben', 'administrator', 'nurse'),
  one('Cy', 'scheduler'),
  one('Di', 'surgeon'),
];
const offered = (stored?: string) => familyStaffChoices(STAFF, stored).map(({ label }) => label);

test('who neither teaches nor tells by any of his roles is not offered', () => {
  expect(offered()).toEqual(['Ben', 'Di']);
});

test('who is on record already stays offered, also when he has left', () => {
  expect(offered('Cy')).toEqual(['Ben', 'Cy', 'Di']);
  expect(familyStaffChoices(STAFF, 'gone').at(-1)).toEqual({ value: 'gone', label: 'Somebody who has left' });
});
