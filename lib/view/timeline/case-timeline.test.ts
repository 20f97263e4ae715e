import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase } from '#tests/factories/any-case.ts';
import { removalOf } from '#tests/factories/booking-facts.ts';
import {
  at,
  caseOf,
  complicationOf,
  contactOf,
  deviceOf,
  FIRST_DAY,
  measurementOf,
  reportOf,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { caseTimeline } from './case-timeline.ts';
import { eventWords } from './recorded-change.ts';
import { timelineView } from './timeline-page.ts';

const context = { path: '/cases/c', people: { nurse: 'R. Nurse' }, now: at(9, 12) };

const facts = caseOf({
  devices: [deviceOf({ label: 'Left', removedAt: at(8, 10) })],
  versions: [
    versionOf({ reasonCode: 'first-prescription', reason: 'as planned', recordedAt: at(0, 9), toldAt: null }),
    versionOf({
      version: 2,
      kind: 'hold',
      reasonCode: 'infection',
      reason: 'red scar',
      fromDay: FIRST_DAY + 2,
      devices: [{ deviceId: 'left', perSession: [0, 0], targetUm: null }],
      recordedAt: at(2, 15),
      toldAt: at(2, 16),
    }),
  ],
  measurements: [measurementOf(at(4, 10), 2000)],
  reports: [
    reportOf(1, 1),
    reportOf(1, 2, { source: 'phone', recordedAt: at(2, 9) }),
    reportOf(2, 1, { source: 'phone', recordedAt: at(2, 9), outcome: 'skipped', actuationsCenti: 0 }),
  ],
  decisions: [
    {
      id: 'd1',
      flagKey: 'silence|||20517#1',
      kind: 'acknowledged',
      level: 'look-today',
      extent: 1,
      until: null,
      action: null,
      assigneeId: null,
      note: 'called the mother',
      byId: 'nurse',
      recordedAt: at(5, 8),
    },
  ],
});

describe('caseTimeline', () => {
  it('tells of everything, newest first, each with where it stands', () => {
    expect(caseTimeline(facts, context).map(({ kind, title, href }) => `${kind}: ${title} ${href}`)).toEqual([
      expect.stringMatching(/^device: Left taken out \/cases\/c\/devices#left$/),
      'flag: No report /cases/c?flag=silence%7C%7C%7C20517%231#flags',
      expect.stringMatching(/^measurement: .*2\.0\u00a0mm.* \/cases\/c\/measurements#/),
      'version: Family told of version 2 /cases/c/protocol#versions',
      'hold: Version 2: hold, from 07-Mar-2026, slot 1 /cases/c/protocol#versions',
      'call: Phone call: 2 turns recorded /cases/c/turns?at=2026-03-05.2.1',
      'version: Version 1: change, from 05-Mar-2026, slot 1 /cases/c/protocol#versions',
      expect.stringMatching(/^(operation|device): /),
      expect.stringMatching(/^(operation|device): /),
    ]);
  });

  it('says what the call brought, why it was held, and what was decided about the flag', () => {
    const details = new Map(caseTimeline(facts, context).map(({ kind, detail }) => [kind, detail]));
    expect(details.get('call')).toBe('1 done, 1 skipped');
    expect(details.get('hold')).toBe(
      'Infection or cellulitis: red scar. Left: held; was 1.0\u00a0mm a day (1 + 1).',
    );
    expect(details.get('flag')).toBe('Acknowledged by R. Nurse until it worsens: called the mother');
  });

  it('tells of calls with the signs that were told of, and of complications with what became of them', () => {
    const step = {
      id: 's1',
      kind: 'graded' as const,
      onDay: FIRST_DAY + 2,
      note: null,
      recordedAt: at(3, 10),
    };
    const infected = complicationOf(at(2, 9), {
      steps: [{ ...step, clavienDindo: 'II', severity: 'minor' }],
    });
    const called = contactOf(at(3, 9), { outcome: 'told-to-hold', signs: ['fever'], note: 'comes tomorrow' });
    const entries = caseTimeline(caseOf({ complications: [infected], contacts: [called] }), context);
    const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
    expect(of('contact').map(({ title, detail }) => [title, detail])).toEqual([
      ['Call: told to hold', expect.stringMatching(/^Signs: Fever.*; comes tomorrow$/i)],
    ]);
    expect(of('complication').map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Wound infection, .*: graded Clavien-Dindo II, minor$/),
      expect.stringMatching(/^Wound infection, /),
    ]);
  });

  it('has the visits that were planned with the removal on the day for which they were', () => {
    const visit = { id: 'v', day: FIRST_DAY + 90, purpose: 'head circumference', recordedAt: at(9, 9) };
    const [latest] = caseTimeline({ ...facts, removal: removalOf([], { visits: [visit] }) }, context);
    expect(latest).toMatchObject({
      kind: 'follow-up',
      title: 'Visit planned: head circumference',
      isWholeDay: true,
      href: '/cases/c/removal#report',
    });
  });

  it('has one entry for each fact of any case, in order, under a key of its own', () => {
    fc.assert(
      fc.property(anyCase(), ({ facts: any }) => {
        const entries = caseTimeline(any, context);
        expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
        expect(
          entries.every((entry, index) => index === 0 || entry.at <= (entries[index - 1]?.at ?? 0)),
        ).toBe(true);
        const of = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
        expect([of('operation'), of('measurement'), of('course')]).toEqual([
          any.operations.length,
          any.measurements.length,
          any.events.length,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('timelineView', () => {
  const change = {
    event: 'protocol.published',
    at: at(2, 15),
    by: 'R. Nurse',
    factId: 'x',
    number: 2,
    source: null,
  };
  const view = (kind: unknown) => timelineView(facts, { ...context, kind, changes: [change] });

  it('leaves the kind that the address names, and counts the others', () => {
    const { items, filters } = view('hold');
    expect(items).toMatchObject([
      { kind: 'row', row: { title: expect.stringMatching(/^Version 2/), by: 'R. Nurse' } },
    ]);
    expect(filters.find(({ current }) => current)).toMatchObject({ label: 'Holds', count: 1 });
    expect(filters.some(({ label }) => label === 'Complications')).toBe(false);
  });

  it('shows everything for a kind that it does not know', () => {
    expect(view('nonsense').items).toHaveLength(view(undefined).items.length);
  });
});

describe('calls that brought turns day after day', () => {
  const called = (day: number, outcome: 'done' | 'skipped' = 'done') =>
    reportOf(day, 1, { source: 'phone', recordedAt: at(day, 9), outcome });
  const reports = [called(1), called(2), called(3, 'skipped'), called(5), called(6), called(7), called(8)];
  const daily = caseOf({
    reports,
    measurements: [measurementOf(at(4, 10), 2000), measurementOf(at(7, 12), 3000)],
  });
  const view = (kind: unknown) => timelineView(daily, { ...context, kind, changes: [] });

  it('are folded where nothing else happened between them, from three on', () => {
    const { items, filters } = view(undefined);
    const said = items.map((item) =>
      item.kind === 'fold' ? `${item.days.join(' to ')}: ${item.title}, ${item.detail}` : item.row.kind,
    );
    expect(said.slice(0, 5)).toEqual([
      'call',
      'measurement',
      '09-Mar-2026 to 11-Mar-2026: Turns taken in 3 times, 3 done',
      'measurement',
      '05-Mar-2026 to 07-Mar-2026: Turns taken in 3 times, 2 done, 1 skipped',
    ]);
    expect(filters.find(({ label }) => label === 'Turns taken in')?.count).toBe(7);
  });

  it('stand one by one where their kind is asked for, and lose nothing in a fold', () => {
    expect(view('call').items.map(({ kind }) => kind)).toEqual(Array(7).fill('row'));
    fc.assert(
      fc.property(anyCase(), ({ facts: any }) => {
        const { items, filters } = timelineView(any, { ...context, kind: undefined, changes: [] });
        const keys = items
          .flatMap((item) => (item.kind === 'fold' ? item.rows : [item.row]))
          .map(({ key }) => key);
        expect(new Set(keys).size).toBe(filters[0]?.count);
      }),
      { numRuns: 40 },
    );
  });
});

describe('eventWords', () => {
  it('says what an event is of which nobody made words', () => {
    expect(eventWords('patient.changed')).toBe('Data of the patient changed');
    expect(eventWords('device-model.made-up')).toBe('Device model made up');
  });
});
