import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { brokenConstraint } from '#lib/data/constraint.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { insertInto } from '#lib/data/statement.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok } from '#lib/domain/result.ts';
import { useDatabase } from '#tests/setup/database.ts';

useDatabase();
const person = (email: string, name = 'Quillfeather') => ({
  id: newId(),
  email,
  name,
  password_changed_at: '2026-03-01T08:00:00Z',
  created_at: '2026-03-01T08:00:00Z',
});

const refused = async (row: object) => {
  const statement = insertInto('person', [row as Record<string, unknown>]);
  const alone = pool().query(statement);
  const together = inTransaction(async (tx) => {
    await tx.commit([statement]);
    return ok(null);
  });
  const [one, other] = await Promise.allSettled([alone, together]);
  expect([one.status, other.status]).toEqual(['rejected', 'rejected']);
  return [one, other].map((outcome) => (outcome as PromiseRejectedResult).reason as Error);
};

test.each([
  ['a check', person('Quillfeather@north.example'), '23514', 'person_email_check'],
  ['a value that is left out', { ...person('q@north.example'), created_at: null }, '23502', undefined],
  ['a value that is none', { ...person('q@north.example'), created_at: 'Quillfeather' }, '22007', undefined],
  ['a number that is none', { ...person('q@north.example'), id: 'Quillfeather\n"x"' }, '22P02', undefined],
])(
  'an error of the database about %s says what was broken, and nothing of the row',
  async (_, row, code, constraint) => {
    for (const error of await refused(row)) {
      expect(error).toMatchObject({ code, constraint });
      expect(inspect(error) + error.stack).not.toMatch(/Quillfeather/i);
    }
  },
);

test('a key that is taken is known by its name, and by nothing of it', async () => {
  await pool().query(insertInto('person', [person('quillfeather@north.example')]));
  for (const error of await refused(person('quillfeather@north.example'))) {
    expect(brokenConstraint(error)).toBe('person_email_key');
    expect(inspect(error) + error.stack).not.toMatch(/quillfeather/i);
  }
});
