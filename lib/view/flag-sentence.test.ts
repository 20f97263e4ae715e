import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { at, type Script, scriptedCase } from '#tests/factories/scripted-case.ts';
import { flagSentence } from './flag-sentence.ts';

const NBSP = /\u00a0/g;

function sentences(script: Script, now: number) {
  const facts = scriptedCase(script);
  const { flags, devices } = assess(facts, now);
  const context = { devices, zone: facts.zone, defaults: FIRST_DEFAULTS.tolerances };
  return flags.map((flag) => {
    const { headline, figures, since } = flagSentence(flag, context);
    return { rule: flag.evidence.rule, text: `${headline} | ${figures} | ${since}`.replace(NBSP, ' ') };
  });
}

function sentenceFor(rule: string, script: Script, now: number): string {
  return sentences(script, now).find((one) => one.rule === rule)?.text ?? `no ${rule}`;
}

describe('a flag in words', () => {
  it.each<[string, Script, number, string]>([
    [
      'missed-slots',
      { devices: [{ turns: 'DDDDSU' }] },
      at('2025-09-07', '09:00'),
      'Left: 2 planned slots in a row without the turn | 1 not reported, 1 reported as not turned; tolerance fewer than 2 (clinic default) | 06-Sep, slot 1',
    ],
    [
      'silence',
      { devices: [{ turns: 'DDDD' }] },
      at('2025-09-07', '09:00'),
      'No report since 05-Sep-2025 20:30 | Last report 05-Sep-2025 20:30; tolerance 1 d (clinic default) | 06-Sep, slot 1',
    ],
    [
      'behind-plan',
      { devices: [{ turns: 'DDDDSS' }] },
      at('2025-09-07', '07:00'),
      'Left: 1.0 mm behind plan | 2.0 mm reported, 3.0 mm planned: 1.0 mm not turned; tolerance 1.0 mm (clinic default) | 06-Sep, slot 2',
    ],
    [
      'ahead-of-plan',
      { devices: [{ turns: 'DDDX' }] },
      at('2025-09-06', '07:00'),
      'Left: 0.5 mm ahead of plan | 2.5 mm reported, 2.0 mm planned; tolerance 0.5 mm (clinic default) | 05-Sep, slot 2',
    ],
    [
      'extra-turn',
      { devices: [{ turns: 'DDDX' }] },
      at('2025-09-06', '07:00'),
      'Left: turned more than planned on 05-Sep, slot 2 | 2 actuations of 1 planned | 05-Sep, slot 2',
    ],
    [
      'wrong-way',
      { devices: [{ turns: 'DDDW' }] },
      at('2025-09-06', '07:00'),
      'Left: turned the wrong way on 05-Sep, slot 2 | \u22121 actuation net in the slot, 1 planned; stands until the device is measured or the report corrected | 05-Sep, slot 2',
    ],
    [
      'could-not-engage',
      { devices: [{ turns: 'DDDN' }] },
      at('2025-09-06', '07:00'),
      'Left: the tool could not engage on 05-Sep, slot 2 | 1 actuation planned, 0 turned; no full turn has been reported since | 05-Sep, slot 2',
    ],
    [
      'asymmetry',
      { devices: [{ turns: 'DDDD' }, { turns: 'SSDD' }] },
      at('2025-09-06', '07:00'),
      'Devices 1.0 mm further apart than planned | Left 0.0 mm from its plan, Right \u22121.0 mm from its plan; tolerance 1.0 mm (clinic default) | 04-Sep, slot 2',
    ],
    [
      'end-of-travel',
      { devices: [{ turns: 'DDDD', travelUm: 4000 }], versions: [{ targetUm: null }] },
      at('2025-09-06', '07:00'),
      'Left: 2.0 mm of travel left | Open 2.0 mm of 4.0 mm; 3.0 mm planned in the next 3 days; announced 3 days ahead (clinic default) | null',
    ],
    [
      'not-assessable',
      { devices: [{ turns: 'DDDD', travelUm: null }] },
      at('2025-09-06', '07:00'),
      'Left: end of travel not assessable | Nobody recorded the travel of this device. Add it to the device | null',
    ],
  ])('%s', (rule, script, now, expected) => {
    expect(sentenceFor(rule, script, now)).toBe(expected);
  });

  it('says what was measured, how well, and what was expected', () => {
    const takenAt = at('2025-09-06', '10:00');
    const measurement = {
      id: 'm',
      kind: 'device-gap' as const,
      deviceId: 'device-1',
      takenAt,
      valueUm: 500,
      uncertaintyUm: null,
      method: 'xray' as const,
      note: null,
      recordedAt: takenAt,
    };
    const script = { devices: [{ turns: 'DDDDD' }], facts: { measurements: [measurement] } };
    expect(sentenceFor('measured-against-reported', script, at('2025-09-06', '11:00'))).toBe(
      'Left: measured 2.0 mm less than reported | device gap 0.5 mm (uncertainty not stated) on 06-Sep-2025 10:00, 2.5 mm expected from the opening at placement and the turns reported by then; tolerance 1.5 mm (protocol) | 06-Sep-2025',
    );
  });

  it('calls a tolerance the protocol\u2019s own where it departs from the clinic default', () => {
    const tolerances = { ...FIRST_DEFAULTS.tolerances, behindUm: 500 };
    const script = { devices: [{ turns: 'DDDDS' }], versions: [{ tolerances }] };
    expect(sentenceFor('behind-plan', script, at('2025-09-06', '13:00'))).toContain(
      'tolerance 0.5 mm (this protocol)',
    );
  });
});
