import { expect, it } from 'vitest';
import { createSemaphore } from './semaphore.ts';

it('runs two at once, in order, and goes on after a failure', async () => {
  const atMostTwo = createSemaphore(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const task = (n: number) => async () => {
    running += 1;
    most = Math.max(most, running);
    order.push(n);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    if (n === 1) throw new Error('failed');
    return n;
  };
  const answers = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => atMostTwo(task(n))));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true, true]);
});
