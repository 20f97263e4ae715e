import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { instantAt, startOfDay } from '#lib/domain/case-day.ts';
import type { CaseFacts, CourseEvent } from '#lib/domain/facts.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import { plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import {
  amended,
  base,
  day,
  decided,
  SUNDAY,
  seen,
  written,
  ZONE,
} from '#tests/factories/amended-in-new-york.ts';
import { deviceOf, eventOf } from '#tests/factories/case-facts.ts';

/** `2026-03-07T13:00Z 100 100 50 200`: a slot in UTC and what each device does in it; `-` where nothing is planned. */
function slots(facts: CaseFacts): string[] {
  const inactive = inactiveSpans(facts, () => true);
  return [...plannedSlots({ ...facts, inactive }, SUNDAY + 1)]
    .filter((slot) => slot.day >= SUNDAY - 1)
    .map(({ at, amounts }) => {
      const said = amounts.map(({ kind, centi }) =>
        kind === 'none' ? '-' : kind === 'hold' ? 'hold' : centi,
      );
      return [new Date(at).toISOString().slice(0, 16), ...said].join(' ');
    });
}

const SATURDAY = ['2026-03-07T13:00 100 100 50 200', '2026-03-08T01:00 100 50 50 100'];
const [MORNING, EVENING] = ['2026-03-08T12:00', '2026-03-09T00:00'];
const held = (facts: CaseFacts) => amended(facts, 'hold');

describe('an amendment that holds from the morning after the clocks went forward', () => {
  const cases: [string, () => CaseFacts, string, string][] = [
    ['none', base, '100 100 50 200', '100 50 50 100'],
    [
      'a change of one device',
      () =>
        amended(base(), 'change', (plans) =>
          plans.map((plan) => (plan.deviceId === 'b' ? { ...plan, perSession: [150, 150] } : plan)),
        ),
      '100 150 50 200',
      '100 150 50 100',
    ],
    ['a hold of all', () => held(base()), 'hold hold hold hold', 'hold hold hold hold'],
    ['a hold of one', () => amended(base(), 'hold', undefined, 'd'), '100 100 50 hold', '100 50 50 hold'],
    [
      'a resumption from the same morning',
      () => amended(held(base()), 'resume'),
      '100 100 50 200',
      '100 50 50 100',
    ],
    [
      'a reversal of one for a day',
      () => amended(base(), 'reverse', undefined, 'a', SUNDAY),
      '-100 100 50 200',
      '-100 50 50 100',
    ],
    [
      'an exchange of a device',
      () => {
        const facts = base();
        const exchangedAt = instantAt(ZONE, day('2026-03-07'), 22 * 60);
        const devices = [
          ...facts.devices.map((device) =>
            device.id === 'c' ? { ...device, removedAt: exchangedAt } : device,
          ),
          deviceOf({ id: 'c2', placedAt: exchangedAt, recordedAt: written }),
        ];
        return amended({ ...facts, devices }, 'exchange', (plans) => [
          ...plans.filter(({ deviceId }) => deviceId !== 'c'),
          { deviceId: 'c2', perSession: [100, 100], targetUm: 10_000 },
        ]);
      },
      '100 100 - 200 100',
      '100 50 - 100 100',
    ],
    [
      'the end of activation',
      () => decided(base(), eventOf('activation-ended', startOfDay(ZONE, SUNDAY))),
      '- - - -',
      '- - - -',
    ],
    [
      'the end of activation, resumed at noon',
      () =>
        decided(
          base(),
          eventOf('activation-ended', startOfDay(ZONE, SUNDAY)),
          eventOf('activation-resumed', instantAt(ZONE, SUNDAY, 12 * 60)),
        ),
      '- - - -',
      '100 50 50 100',
    ],
    [
      'consolidation from that day',
      () => decided(base(), eventOf('consolidation-started', startOfDay(ZONE, SUNDAY))),
      '- - - -',
      '- - - -',
    ],
    [
      'early removal decided at noon',
      () => decided(base(), eventOf('early-removal-decided', instantAt(ZONE, SUNDAY, 12 * 60))),
      '100 100 50 200',
      '- - - -',
    ],
  ];
  it.each(cases)('%s', (_name, facts, morning, evening) => {
    const found = slots(facts()).slice(0, 4);
    expect(found.slice(0, 2).map((slot) => slot.split(' ').slice(0, 5).join(' '))).toEqual(SATURDAY);
    expect(found.slice(2)).toEqual([`${MORNING} ${morning}`, `${EVENING} ${evening}`]);
  });

  it('moves the phase as the table says, and says when consolidation ends', () => {
    const phase = (...events: CourseEvent[]) => assess(decided(base(), ...events), seen).phase;
    const ended = eventOf('activation-ended', startOfDay(ZONE, SUNDAY));
    const resumed = eventOf('activation-resumed', instantAt(ZONE, SUNDAY, 12 * 60));
    const started = eventOf('consolidation-started', startOfDay(ZONE, SUNDAY));
    const removal = eventOf('early-removal-decided', instantAt(ZONE, SUNDAY, 12 * 60));
    expect(phase().kind).toBe('activation');
    expect(phase(ended).kind).toBe('consolidation');
    expect(phase(ended, resumed).kind).toBe('activation');
    expect(phase(removal)).toMatchObject({ kind: 'consolidation', earlyRemovalDecidedAt: removal.at });
    const { forecast } = assess(decided(base(), ended, started), seen);
    expect(forecast.consolidationEnds).toEqual({ kind: 'day', day: SUNDAY + 56 });
  });
});

describe('what cannot be followed is refused with the reason', () => {
  it.each<[string, () => CaseFacts]>([
    [
      'reversal-unbounded',
      () => amended(base(), 'reverse', (plans) => plans.map((plan) => ({ ...plan, targetUm: null }))),
    ],
    [
      'reversal-past-advance',
      () => {
        const turnedOnce = { ...base(), reports: base().reports.slice(0, 1) };
        return amended(
          turnedOnce,
          'reverse',
          (plans) => plans.map((plan) => ({ ...plan, targetUm: 0 })),
          'a',
        );
      },
    ],
    [
      'seam-closer-than-interval',
      () => {
        const late = base().versions.map((version) => ({ ...version, sessions: [480, 1380] }));
        return amended({ ...base(), versions: late }, 'change', undefined, null, null, [120, 720]);
      },
    ],
    ['not-such-amendment', () => amended(base(), 'resume')],
    ['not-in-phase', () => amended(decided(base(), eventOf('activation-ended', written - 1)), 'hold')],
  ])('%s', (kind, facts) => {
    expect(facts).toThrow(kind);
  });
});
