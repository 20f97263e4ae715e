import { expect, it } from 'vitest';
import { isLastReported, unreportedRemoval } from './removal-report.ts';

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

it('holds a case open until the removal that took the last device out has its report', () => {
  const removal = { kind: 'removal' as const, isReported: false };
  const early = { ...removal, id: 'early', endedAt: 1, removedDeviceIds: ['left'] };
  const late = { ...removal, id: 'late', endedAt: 2, removedDeviceIds: ['right'] };
  const report = (of: typeof early) => ({ ...of, id: 'report', isReported: true });
  expect(isLastReported([early, late], report(early), 'early')).toBe(false);
  expect(isLastReported([early, late], report(late), 'late')).toBe(true);
  expect(isLastReported([report(early), late], report(late), 'late')).toBe(true);
  expect(isLastReported([early], report(late), null)).toBe(true);
  expect(isLastReported([late], report(early), null)).toBe(false);
  // A removal of which nobody said what it took out.
  expect(isLastReported([], { ...report(late), removedDeviceIds: [] }, null)).toBe(true);
});
