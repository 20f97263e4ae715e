import { expect, it } from 'vitest';
import { publicAction } from './guard-action.ts';

it.each([undefined, null, 'text', [], {}])('refuses what is no form: %j', async (sent) => {
  const answer = await publicAction(sent as unknown as FormData, async () => ({ status: 'saved' }));
  expect(answer).toMatchObject({ status: 'refused', values: {} });
});
