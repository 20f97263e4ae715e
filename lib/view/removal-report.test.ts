import { expect, it } from 'vitest';
import { keptOpenWords, removalLines, removalReportView } from './removal-report.ts';

it('says what keeps a case open, and once nothing does, that it is to be closed', () => {
  expect(keptOpenWords({ inPlace: ['Left'], complications: [] }, null).title).toBe(
    'The case stays open. Still in place: Left.',
  );
  expect(keptOpenWords({ inPlace: [], complications: [] }, null)).toEqual({
    title: 'Nothing keeps the case open any more',
    advice: 'Close it under',
  });
  expect(
    keptOpenWords({ inPlace: [], complications: [] }, { words: 'removal, ended 17-Mar-2026 09:10' }).title,
  ).toBe('The case stays open. Without a report: removal, ended 17-Mar-2026 09:10.');
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
