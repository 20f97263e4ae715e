import { expect, it } from 'vitest';
import { dotPlot } from './dot-plot.ts';

const of = (...values: number[]) =>
  values.map((value, index) => ({ caseId: `c${index}`, value, label: String(value) }));
const plain = { bin: 1, anchor: 0, text: String };

it('stacks the cases of one value on one another, within its height, and keeps each', () => {
  const plot = dotPlot(of(...Array.from({ length: 300 }, () => 3), 5), null, plain);
  const stack = plot.dots.filter(({ x }) => x === plot.dots[0]?.x);
  expect(stack).toHaveLength(300);
  expect(new Set(stack.map(({ y }) => y)).size).toBe(300);
  for (const { y } of plot.dots) {
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(plot.axisY);
  }
});

it('shows the anchor and the middle half though no dot is near, in the order of their values', () => {
  const quartiles = { n: 9, lower: -4, median: 2, upper: 30 };
  const plot = dotPlot(of(3), quartiles, plain);
  expect(plot.ticks.map(({ text }) => text)).toContain('0');
  const { lower = 0, median = 0, upper = 0 } = plot.middle ?? {};
  const [dot] = plot.dots;
  expect([lower, median, dot?.x ?? 0, upper]).toEqual(
    [lower, median, dot?.x ?? 0, upper].sort((a, b) => a - b),
  );
  expect(lower).toBeGreaterThanOrEqual(3);
  expect(upper).toBeLessThanOrEqual(97);
});

it('draws one value, and none, without dividing by nothing', () => {
  for (const plot of [dotPlot(of(0), null, plain), dotPlot([], null, plain)]) {
    expect(plot.ticks.length).toBeGreaterThanOrEqual(2);
    for (const { x } of [...plot.ticks, ...plot.dots]) expect(Number.isFinite(x)).toBe(true);
  }
});
