import { expect, it } from 'vitest';
import { slotStrip } from './slot-strip.ts';

it('is nothing where there is no slot', () => {
  expect(slotStrip([])).toBeNull();
});

it('shows the most worrying status of the devices, and draws one path a paint', () => {
  const strip = slotStrip([
    { day: 1, slot: 1, statuses: ['done', 'unreported'] },
    { day: 1, slot: 2, statuses: ['done', 'done'] },
    { day: 2, slot: 1, statuses: ['done', 'extra'] },
    { day: 2, slot: 2, statuses: ['partial', 'done'] },
  ]);
  expect(strip?.words).toBe('1 not reported, 1 done, 1 extra, 1 partly done');
  expect(strip?.paths.map(({ paint }) => paint)).toEqual([
    'hatched',
    'solid',
    'half',
    'extra-over',
    'half-over',
  ]);
});

it('keeps days further apart than the slots of a day', () => {
  const strip = slotStrip([1, 1, 2].map((day) => ({ day, slot: 1, statuses: ['done'] })));
  expect(strip?.paths[0]?.d.match(/M\d+/g)).toEqual(['M0', 'M8', 'M19']);
});
