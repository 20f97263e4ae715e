import { expect, it } from 'vitest';
import type { RemovalWindow } from '#lib/domain/removal/removal-window.ts';
import { removalRows } from './removal-row.ts';

const NONE: RemovalWindow['earliest'] = { kind: 'not-assessable', reason: 'consolidation-start-unknown' };

const candidate = (caseId: string, familyName: string, day: number | null, isUrgent = false) => ({
  ...{ caseId, familyName, givenName: 'Ada', mrn: caseId, bornDay: 20_000, surgeonName: 'S', zone: 'UTC' },
  phase: 'consolidation' as const,
  removal: {
    isUrgent,
    window: {
      earliest: day === null ? NONE : { kind: 'day' as const, day },
      latestDay: null,
      isProjected: false,
      early: null,
    },
    criteria: [],
    booking: null,
    drift: null,
  },
});

it('puts infection and failure first, and of those as urgent the earliest safe date; what has none comes last', () => {
  const rows = removalRows(
    [
      candidate('unknown', 'Able', null),
      candidate('later', 'Able', 20_600),
      candidate('sooner', 'Zeta', 20_500),
      candidate('urgent later', 'Able', 20_700, true),
      candidate('urgent sooner', 'Zeta', 20_650, true),
      candidate('urgent unknown', 'Able', null, true),
      candidate('same 2', 'Moss', 20_600),
      candidate('same 1', 'Moss', 20_600),
    ],
    'UTC',
    0,
    {},
  );
  expect(rows.map(({ caseId }) => caseId)).toEqual([
    'urgent sooner',
    'urgent later',
    'urgent unknown',
    'sooner',
    'later',
    'same 1',
    'same 2',
    'unknown',
  ]);
});

it('says of a booking that was used that what is in place still needs a time', () => {
  const place = {
    ...{ roomId: 'r', surgeonId: 's', anaesthetistId: null },
    startsAt: 0,
    endsAt: 1,
    cleaningMin: 0,
  };
  const days = { earliestDay: null, latestDay: null, changedAt: 0, placedAt: 0 };
  const said = { id: 'b', seq: 2, holdUntil: null, reason: null, departures: [], ...days };
  const left = candidate('left in', 'Able', 20_600);
  const booking = { ...said, status: 'done' as const, place };
  const [row] = removalRows([{ ...left, removal: { ...left.removal, booking } }], 'UTC', 0, {});
  expect([row?.group, row?.booking]).toEqual(['coming', 'Used, not booked again']);
});
