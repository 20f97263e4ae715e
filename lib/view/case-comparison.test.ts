import { expect, it } from 'vitest';
import { latestVersion, type ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { removalOf, stateOf } from '#tests/factories/booking-facts.ts';
import {
  at,
  caregiverOf,
  caseOf,
  daysDone,
  deviceOf,
  eventOf,
  FIRST_DAY,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { compareCases, judgedCase } from './case-comparison.ts';

const now = at(10, 21);
const first = versionOf({ devices: [{ deviceId: 'left', perSession: [100, 100], targetUm: 20_000 }] });
const turned = caseOf({
  devices: [deviceOf({ label: 'Left', travelUm: 14_000 })],
  versions: [first],
  reports: daysDone(1, 10),
});

/** The case with one more version, from the morning of a day on. */
function amendedFrom(facts: typeof turned, day: number, said: Partial<ProtocolVersion>) {
  const base = latestVersion(facts.versions) ?? first;
  const next = { ...base, version: 2, fromDay: FIRST_DAY + day - 1, recordedAt: now, toldAt: now, ...said };
  return { ...facts, versions: [...facts.versions, next] };
}

it('says which flags a version would bring once it has begun', () => {
  const devices = [{ deviceId: 'left', perSession: [200, 200], targetUm: 20_000 }];
  const compared = compareCases(judgedCase(turned, now), amendedFrom(turned, 12, { devices }), at(12, 8));
  expect(compared.flagsAppear).toEqual([]);
  expect(compared.flagsLater).toEqual({
    when: '16-Mar-2026 08:00',
    appear: ['Left: 4.0\u00a0mm of travel left'],
    vanish: [],
  });
});

it('says of a booked removal that it would become too early', () => {
  const window = { earliestDay: FIRST_DAY + 66, latestDay: FIRST_DAY + 93 };
  const booked = {
    ...turned,
    events: [eventOf('activation-ended', at(10, 20)), eventOf('consolidation-started', at(10, 0))],
    removal: removalOf([stateOf(at(70, 9), at(10, 20, 30), window)]),
  };
  const longer = { consolidation: { kind: 'fixed-days' as const, days: 90 } };
  const { lines } = compareCases(judgedCase(booked, now), amendedFrom(booked, 11, longer), at(11, 8));
  expect(lines).toContainEqual({
    what: 'Booked removal',
    before: '13-May-2026 09:00, fits',
    after: '13-May-2026 09:00, too early',
  });
  expect(lines).toContainEqual({
    what: 'End of consolidation',
    before: '09-May-2026',
    after: '12-Jun-2026',
  });
});

it('says from when the hardware may come out once that is decided early', () => {
  const decided = { ...turned, events: [eventOf('early-removal-decided', now)] };
  const { lines } = compareCases(judgedCase(turned, now), decided);
  expect(lines.find(({ what }) => what === 'Removal possible from')?.after).toBe(
    '14-Mar-2026, consolidation is not waited for',
  );
});

it('tells the next sessions in the words of the turning sheet, those that were left out included', () => {
  const quarters = deviceOf({ label: 'Left', actuationsPerTurn: 4, turnDirection: 'against-arrow' });
  const plan = [{ deviceId: 'left', perSession: [100, 200], targetUm: 3_800 }];
  const reports = daysDone(1, 10).map((report) =>
    report.day === FIRST_DAY + 4 ? { ...report, outcome: 'skipped' as const, actuationsCenti: 0 } : report,
  );
  const facts = { ...turned, devices: [quarters], versions: [{ ...first, devices: plan }], reports };
  const { sessions } = compareCases(judgedCase(facts, now), facts);
  expect(sessions[0]?.sessions).toEqual([
    { when: 'Sun 15-Mar-2026 08:00', amounts: ['Left: \u00bc turn against the arrow'] },
    { when: 'Sun 15-Mar-2026 20:00', amounts: ['Left: 2 \u00d7 \u00bc turn against the arrow'] },
    { when: 'Mon 16-Mar-2026 08:00', amounts: ['Left: \u00bc turn against the arrow'] },
  ]);
});

it('tells the next sessions in English, and in Spanish too where somebody in the family speaks it', () => {
  const devices = [
    { deviceId: 'left', perSession: [200, 0], targetUm: null },
    { deviceId: 'right', perSession: [-100, 100], targetUm: null },
  ];
  const right = deviceOf({ id: 'right', label: 'Right', actuationsPerTurn: 4 });
  const reports = [...turned.reports, ...daysDone(1, 3, { deviceId: 'right' })];
  const facts = { ...turned, devices: [...turned.devices, right], reports };
  const told = (...languages: string[]) => {
    const caregivers = languages.map((language) => caregiverOf({ id: language, language }));
    const given = { ...facts, caregivers };
    return compareCases(judgedCase(given, now), amendedFrom(given, 11, { devices }), at(11, 8)).sessions;
  };
  const english = ['Left: 2 turns with the arrow', 'Right: BACK \u00bc turn against the arrow'];
  expect(told('en', 'fr').map(({ language }) => language)).toEqual(['en']);
  expect(told('en')[0]?.sessions[0]).toEqual({ when: 'Sun 15-Mar-2026 08:00', amounts: english });
  const [, spanish] = told('fr', 'es-419');
  expect(spanish?.language).toBe('es');
  expect(spanish?.sessions.slice(0, 2)).toEqual([
    {
      when: 'dom 15-mar-2026 08:00',
      amounts: [
        'Left: 2 vueltas en el sentido de la flecha',
        'Right: ATR\u00c1S \u00bc de vuelta en contra de la flecha',
      ],
    },
    {
      when: 'dom 15-mar-2026 20:00',
      amounts: ['Left: no girar', 'Right: \u00bc de vuelta en el sentido de la flecha'],
    },
  ]);
});
