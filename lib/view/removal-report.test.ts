import { expect, it } from 'vitest';
import { keptOpenWords, removalLines, removalReportView, unreportedRemoval } from './removal-report.ts';

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

it('tells the next who sees the child what was found, what stayed in, what went wrong and when the child is seen', () => {
  const at = (hour: number, minute: number) => Date.UTC(2026, 2, 17, hour, minute);
  const said = {
    findings: 'Bone firm.',
    stayedIn: 'Two footplates',
    complications: 'Oozing',
    complicationIds: ['gone'],
  };
  const visits = [{ id: 'v', day: 20_621, purpose: 'wound' }];
  const report = { ...said, startedAt: at(7, 40), endedAt: at(8, 55), visits };
  expect(removalLines(removalReportView(report, [], 'UTC')).map(({ value }) => value)).toEqual([
    'Tue 17-Mar-2026, 07:40\u201308:55',
    'Bone firm.',
    'Two footplates',
    'A complication that was withdrawn. Oozing',
    '17-Jun-2026: wound',
  ]);
  const bare = { ...report, stayedIn: null, complications: null, complicationIds: [], visits: [] };
  expect(
    removalLines(removalReportView(bare, [], 'UTC'))
      .slice(2)
      .map(({ value }) => value),
  ).toEqual(['nothing said to stay in', 'none said', 'none']);
});
