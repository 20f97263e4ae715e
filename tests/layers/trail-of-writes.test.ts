import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.join(import.meta.dirname, '..', '..', 'lib', 'operations');

/** What tells of nothing that was recorded. */
const OF_NO_FACT: Readonly<Record<string, string>> = {
  'reassess-due-standings.ts': 'derived from the facts',
  'rebuild-outcomes.ts': 'derived from the facts',
  'rebuild-standings.ts': 'derived from the facts',
  'mark-hand-over-seen.ts': 'how far somebody has read',
  'start-second-factor.ts': 'a key that does nothing until it is confirmed',
};

test('an operation that writes writes a line of the trail too, in the same file', () => {
  const writing = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ name, source: readFileSync(path.join(folder, name), 'utf8') }))
    .filter(({ source }) => /tx\.commit\(|pool\(\)\.query\(/.test(source));
  const silent = writing.filter(({ source }) => !/insertAudit\(|insertAccountEvent\(/.test(source));
  expect(writing.length).toBeGreaterThan(20);
  expect(silent.map(({ name }) => name).sort()).toEqual(Object.keys(OF_NO_FACT).sort());
});
