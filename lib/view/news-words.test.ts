import { expect, it } from 'vitest';
import { newsWords } from './news-words.ts';

const by = 'Maeve Corrigan';

it('tells of each person what they did, once, and of a family that nobody signed in as', () => {
  const words = newsWords([
    { event: 'turns.recorded', by, turns: 2 },
    { event: 'contact.recorded', by, turns: null },
    { event: 'contact.recorded', by, turns: null },
    { event: 'turns.recorded', by: null, turns: 1 },
  ]);
  expect(words).toEqual([
    'Maeve Corrigan: 2 turns recorded, contact with the family recorded',
    'The family: 1 turn recorded',
  ]);
});

it('says nothing of nothing', () => {
  expect(newsWords([])).toEqual([]);
});
