import { expect, it } from 'vitest';
import { readTurnDecision } from './turn-decision-preview.ts';

const read = (said: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  return readTurnDecision(form);
};

it.each([
  ['nothing is chosen', {}, { kind: 'undecided' }],
  ['slower, by nothing yet', { course: 'slow', perSession: '' }, { controls: ['perSession'] }],
  ['back, by words', { course: 'reverse', perSession: 'half' }, { controls: ['perSession'] }],
  ['a hold that has an amount', { course: 'hold', perSession: '1' }, { controls: ['perSession'] }],
  ['a choice that is none', { course: 'wait' }, { controls: ['course'] }],
  [
    'slower, by a third, and why is still missing',
    { course: 'slow', perSession: '1/3' },
    { said: { course: 'slow', turnDevices: [], perSession: 33 } },
  ],
])('%s', (_what, said, expected) => {
  expect(read(said)).toMatchObject(expected);
});
