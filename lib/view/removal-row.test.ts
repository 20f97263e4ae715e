import { expect, it } from 'vitest';
import type { RemovalWindow } from '#lib/domain/removal/removal-window.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
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

const bookingOf = (status: 'done' | 'confirmed') => ({
  ...{ id: 'b', seq: 2, holdUntil: null, reason: null, departures: [], status },
  place: {
    ...{ roomId: 'r', surgeonId: 's', anaesthetistId: null },
    startsAt: 0,
    endsAt: HOUR_MS,
    cleaningMin: 0,
  },
  ...{ earliestDay: null, latestDay: null, changedAt: 0, placedAt: 0 },
});

it('asks for the removal, or another time, once the time that was booked is over', () => {
  const booked = candidate('booked', 'Able', 20_600);
  const rowAt = (now: number) =>
    removalRows(
      [{ ...booked, removal: { ...booked.removal, booking: bookingOf('confirmed') } }],
      'UTC',
      now,
      {},
    )[0];
  expect(rowAt(HOUR_MS - 1)).toMatchObject({ group: 'booked', amiss: null });
  expect(rowAt(HOUR_MS)).toMatchObject({
    groupWords: 'Time has passed',
    booking: 'Booked: Thu 01-Jan-1970, 00:00\u201301:00',
    amiss: 'Record the removal, or book anew',
  });
});

it('names what is on hold among what stands against a removal, capitals as they are', () => {
  const waits = candidate('waits', 'Able', null);
  const criteria = [
    { kind: 'imaging' as const, state: 'not-assessable' as const },
    { kind: 'hold' as const, state: 'not-met' as const, held: ['Right zygoma', 'RZ'] },
  ];
  const [row] = removalRows([{ ...waits, removal: { ...waits.removal, criteria } }], 'UTC', 0, {});
  expect(row?.blockers).toBe('No imaging recorded; right zygoma and RZ are on hold');
});

it('says of a booking that was used that what is in place still needs a time', () => {
  const left = candidate('left in', 'Able', 20_600);
  const booking = bookingOf('done');
  const [row] = removalRows([{ ...left, removal: { ...left.removal, booking } }], 'UTC', 0, {});
  expect([row?.group, row?.booking]).toEqual(['coming', 'Used, not booked again']);
});
