import { expect, it } from 'vitest';
import { keptOpenWords, unreportedRemoval } from './removal-report.ts';

it('says what keeps a case open, and once nothing does, that it is to be closed', () => {
  expect(keptOpenWords({ inPlace: ['Left'], complications: [] }).title).toBe(
    'The case stays open. Still in place: Left.',
  );
  expect(keptOpenWords({ inPlace: [], complications: [] })).toEqual({
    title: 'Nothing keeps the case open any more',
    advice: 'Close it under',
  });
});

it('asks for the report of a removal without one, else of the operation that took the last device out', () => {
  const operation = { endedAt: 0, note: null, isReported: false };
  const index = { ...operation, id: 'index', kind: 'index' as const, removedDeviceIds: [] };
  const other = { ...operation, id: 'other', kind: 'other' as const, removedDeviceIds: ['left'] };
  const removal = { ...operation, id: 'removal', kind: 'removal' as const, removedDeviceIds: ['right'] };
  const [isIn, isOut] = [{ removedAt: null }, { removedAt: 1 }];
  expect(unreportedRemoval([index, other, removal], [isOut, isIn])?.id).toBe('removal');
  expect(unreportedRemoval([index, other, { ...removal, isReported: true }], [isOut, isOut])).toBeNull();
  expect(unreportedRemoval([index, other], [isOut, isIn])).toBeNull();
  expect(unreportedRemoval([index, other], [isOut, isOut])?.id).toBe('other');
  expect(unreportedRemoval([index], [])).toBeNull();
});
