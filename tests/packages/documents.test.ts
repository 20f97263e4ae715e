import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const decisions = readdirSync(join(root, 'docs/decisions'));
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...decisions.map((name) => `docs/decisions/${name}`),
];
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

test('every decision has a number of its own, in its name as in its title', () => {
  const numbers = decisions.map((name) => name.slice(0, 3));
  expect([...new Set(numbers)]).toEqual(numbers);
  for (const name of decisions)
    expect(textOf(`docs/decisions/${name}`)).toMatch(new RegExp(`^# ${name.slice(0, 3)} · `));
});

test('every document that another one leads to is there, under the number by which it is named', () => {
  const links = documents.flatMap((path) =>
    [...textOf(path).matchAll(/\[([^\]]*)\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(
      ([, words = '', to = '']) => ({
        path,
        words,
        to: join(dirname(path), to),
      }),
    ),
  );
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(({ to }) => !existsSync(join(root, to)))).toEqual([]);
  const named = links.filter(({ words }) => /^decision \d{3}$/.test(words));
  expect(named.filter(({ words, to }) => !to.includes(`/${words.slice(-3)}-`))).toEqual([]);
});
