import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/access/actor.ts';
import { dayFromIso, dayOf } from '#lib/domain/case-day.ts';
import type { Clinic } from './clinic-story.ts';
import { firstClinicStories, secondClinicStories } from './demonstration-cases.ts';
import { stepsOf } from './story-steps.ts';

const actor = (personId: string): Actor => ({ personId, clinicId: 'clinic', roles: ['surgeon'] });
const clinic: Clinic = {
  clinicId: 'clinic',
  zone: 'Europe/London',
  surgeons: ['a', 'b', 'c'].map(actor),
  nurses: ['d'].map(actor),
  schedulers: ['e'].map(actor),
};

const told = (now: number) =>
  [...firstClinicStories(now, 'Europe/London'), ...secondClinicStories(now, 'America/Bogota')].map(
    (story) => ({
      story,
      ...stepsOf(story, clinic, now),
    }),
  );

describe.each(['2026-03-04T09:30:00Z', '2026-07-19T22:15:00Z', '2028-02-29T03:10:00Z'])('at %s', (iso) => {
  const now = Date.parse(iso);

  const once = told(now);

  it('tells the same each time, ids included', { timeout: 60_000 }, () => {
    expect(JSON.stringify(told(now))).toBe(JSON.stringify(once));
  });

  it('has an id of its own for everything', () => {
    const ids = once.flatMap(({ steps }) =>
      steps.flatMap((step) => {
        if (step.kind === 'reports') return step.reports.map(({ id }) => id);
        return 'input' in step && 'id' in step.input ? [step.input.id] : [];
      }),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('ends the closed cases before today', () => {
    const open = once.filter(({ steps }) => steps.every(({ kind, at }) => kind !== 'close' || at > now));
    expect(open).toHaveLength(54);
  });
});

it('moves with the clock: a day later everything is a day later', () => {
  const now = Date.parse('2026-01-14T09:30:00Z');
  const days = (at: number) =>
    firstClinicStories(at, 'Europe/London')
      .slice(0, 5)
      .map(({ versions }) => (versions[0]?.from.day ?? 0) - dayOf('Europe/London', at));
  expect(days(now)).toEqual(days(now + 86_400_000));
  expect(dayFromIso('2026-01-14')).toBe(dayOf('Europe/London', now));
});
