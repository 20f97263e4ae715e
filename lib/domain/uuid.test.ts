import { expect, test } from 'vitest';
import { readUuid } from './uuid.ts';

const id = '0198c0de-7a1b-7c2d-8e3f-0a1b2c3d4e5f';

test('an id is read in small letters and in capitals, and nothing else is one', () => {
  expect(readUuid(id)).toBe(id);
  expect(readUuid(id.toUpperCase())).toBe(id);
  for (const other of [
    '',
    ` ${id}`,
    `${id}\n`,
    id.slice(1),
    id.replaceAll('-', ''),
    `{${id}}`,
    null,
    7,
    [id],
  ]) {
    expect(readUuid(other)).toBeNull();
  }
});
