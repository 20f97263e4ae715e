import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { dayFromIso } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { readHover } from '#lib/view/chart/chart-hover.ts';
import { hoverText } from '#lib/view/chart/chart-hover-text.ts';
import type { ChartChoice } from '#lib/view/chart/chart-layout.ts';
import { pathY } from '#lib/view/chart/chart-scale.ts';
import { complicationOf, eventOf } from '#tests/factories/case-facts.ts';
import { at, type Script, scriptedCase } from '#tests/factories/scripted-case.ts';
import { type ExpansionChart, expansionChart } from './expansion-chart.ts';

function chartOf(facts: CaseFacts, now: number, choice: ChartChoice = 'each'): ExpansionChart {
  return expansionChart(buildCourse(facts, now), assess(facts, now), choice, null);
}

function drawn(script: Script, now: number, choice: ChartChoice = 'each') {
  const chart = chartOf(scriptedCase(script), now, choice);
  const panel = chart.panels[0];
  const series = panel?.series[0];
  if (!panel || !series) throw new Error('nothing was drawn');
  return { chart, panel, series };
}

const noon = at('2025-09-08', '12:00');
const reading = (
  valueUm: number,
  uncertaintyUm: number | null,
  kind: 'device-gap' | 'bone-gap' = 'device-gap',
) => {
  const takenAt = at('2025-09-07', '12:00');
  const fixed = { id: 'm', deviceId: 'device-1', method: 'xray', note: null } as const;
  return { ...fixed, kind, takenAt, valueUm, uncertaintyUm, recordedAt: takenAt };
};

describe('the expansion chart', () => {
  it('interrupts the reported line where nobody knows, and says where', () => {
    const known = drawn({ devices: [{ turns: 'DDDDDDDDD' }] }, noon);
    expect(known.series.reported.gaps).toEqual([]);
    expect(known.series.reported.path.match(/M/g)).toHaveLength(1);
    const { series } = drawn({ devices: [{ turns: 'DDDUUD?DD' }] }, noon);
    expect(series.reported.gaps).toHaveLength(2);
    expect(series.reported.path.match(/M/g)).toHaveLength(3);
    expect(series.reported.marks.map(({ kind }) => kind)).toEqual(['not-sure']);
  });

  it('does not draw a skipped turn as a gap: it is known that nothing was turned', () => {
    const { series } = drawn({ devices: [{ turns: 'DDDSSDDDD' }] }, noon);
    expect(series.reported.gaps).toEqual([]);
  });

  it('ends the reported line at the total that is reported', () => {
    const { panel, series } = drawn({ devices: [{ turns: 'DDDDDWDDD' }] }, noon);
    expect(series.reported.end.y).toBe(pathY(panel.scale, 3500));
    expect(series.reported.marks.map(({ kind }) => kind)).toEqual(['backwards']);
  });

  it('marks a corrected slot, and a planned reversal not as a turn the wrong way', () => {
    const corrected = drawn({ devices: [{ turns: 'DDCDDDDDD' }] }, noon);
    expect(corrected.series.reported.marks.map(({ kind }) => kind)).toEqual(['corrected']);
    const fromDay = dayFromIso('2025-09-07') ?? 0;
    const versions = [{ targetUm: 20_000 }, { fromDay, perSession: [-100, -100], targetUm: 0 }];
    const reversed = drawn({ devices: [{ turns: 'DDDDDDDDD' }], versions }, noon);
    expect(reversed.series.reported.marks).toEqual([]);
    expect(reversed.series.original).not.toBe('');
    expect(reversed.chart.versions.map(({ label }) => label)).toEqual(['v2']);
  });

  it('draws an error bar only where an uncertainty was stated', () => {
    const one = (uncertaintyUm: number | null) =>
      drawn(
        { devices: [{ turns: 'DDDDDDDDD' }], facts: { measurements: [reading(3500, uncertaintyUm)] } },
        noon,
      );
    expect(one(null).series.measured[0]?.bar).toBeNull();
    const { panel, series } = one(1000);
    expect(series.measured[0]).toMatchObject({
      y: pathY(panel.scale, 3500),
      bar: { high: pathY(panel.scale, 4500), low: pathY(panel.scale, 2500) },
    });
  });

  it('takes the opening at placement off a reading, and says it', () => {
    const script = {
      devices: [{ turns: 'DDDDDDDDD', initialOpeningUm: 1000 }],
      facts: { measurements: [reading(4500, 500)] },
    };
    const { panel, series } = drawn(script, noon);
    expect(series.measured[0]?.y).toBe(pathY(panel.scale, 3500));
    expect(panel.detail).toBe('opened 1.0\u00a0mm at placement');
  });

  it('shades a hold of a day or more, but not a session that is always empty', () => {
    const fromDay = dayFromIso('2025-09-06') ?? 0;
    const held = { devices: [{ turns: 'DDDD' }], versions: [{}, { fromDay, perSession: [0, 0] }] };
    expect(drawn(held, noon).series.holds).toHaveLength(1);
    const once = { devices: [{ turns: 'DSDSDS' }], versions: [{ perSession: [100, 0] }] };
    expect(drawn(once, noon).series.holds).toEqual([]);
  });

  it('spreads the forecast between plan and pace, and has none once activation is over', () => {
    const { series } = drawn({ devices: [{ turns: 'DDDDPPPPD' }] }, noon);
    expect(series.forecast?.ends.map(({ kind }) => kind)).toEqual(['plan', 'pace']);
    expect(series.forecast?.fan).not.toBe('');
    const ended = at('2025-09-08', '09:00');
    const event = eventOf('activation-ended', ended);
    const over = drawn({ devices: [{ turns: 'DDDDDDDDD' }], facts: { events: [event] } }, noon);
    expect(over.series.forecast).toBeNull();
  });

  it('writes the target and the end of travel apart where they are all but level, at every width', () => {
    const { chart, panel } = drawn(
      { devices: [{ turns: 'DDDDDDDDD', travelUm: 20_600 }], versions: [{ targetUm: 20_000 }] },
      noon,
    );
    expect(panel.travelEnd?.y).toBeGreaterThan((panel.target?.y ?? 0) - 15);
    for (const labels of Object.values(chart.words)) {
      const [end, target] = labels.filter(({ tone }) => tone === 'level');
      expect((target?.y ?? 0) - (end?.y ?? 0)).toBeGreaterThanOrEqual(12);
    }
  });

  it('has a panel for each of any number of devices, one for all together, and one for one', () => {
    const turns = 'DDDDDDDDD';
    const script = { devices: [{ turns }, { turns }, { turns }, { turns }] };
    expect(drawn(script, noon).chart.panels).toHaveLength(4);
    const { words } = drawn(script, noon, 'together').chart;
    for (const labels of Object.values(words)) {
      const names = labels.filter(({ tone }) => typeof tone === 'number');
      expect(new Set(names.map(({ x, dx, y, anchor }) => `${x} ${dx} ${y} ${anchor}`)).size).toBe(4);
    }
    expect(drawn(script, noon, { deviceId: 'device-3' }).chart.labels).toEqual(['Upper']);
  });

  it('reads each slot out across the devices, and the text for the browser comes back as it went', () => {
    const { chart } = drawn({ devices: [{ turns: 'DDUD' }, { turns: 'DSDD' }] }, at('2025-09-06', '07:00'));
    const hover = readHover(hoverText(chart));
    expect(hover.labels).toEqual(chart.labels);
    expect(hover.slots.map(({ when }) => when)).toEqual(chart.readings.slice().map(({ when }) => when));
    expect(hover.slots[2]?.cells[0]).toEqual({
      status: 'not reported, 1 planned',
      planned: '1.50\u00a0mm',
      reported: '1.00\u00a0mm',
      deviation: '\u22120.50\u00a0mm',
      measured: null,
      by: null,
      version: 'v1',
    });
    expect(hover.slots[0]?.when).toBe('Thu 04-Sep-2025 08:00 \u00b7 slot 1 \u00b7 day 1');
  });

  it('marks when what went wrong began: of a device in its panel, of the case in each', () => {
    const infection = complicationOf(at('2025-09-06', '06:00'), { id: 'a', deviceId: 'device-1' });
    const leak = complicationOf(at('2025-09-05', '06:00'), { id: 'b', kind: 'csf-leak', deviceId: null });
    const facts = { complications: [infection, leak] };
    const { chart } = drawn(
      { devices: [{ turns: 'DDDD' }, { turns: 'DDDD' }], facts },
      at('2025-09-06', '07:00'),
    );
    expect(chart.panels.map(({ complications }) => complications.map(({ id }) => id))).toEqual([
      ['a', 'b'],
      ['b'],
    ]);
    expect(chart.panels[0]?.complications[0]?.words).toBe('Wound infection, 06-Sep-2025, open');
  });

  it('marks a measured gap that became the base at its level, from where the turns led', () => {
    const measured = reading(1000, null);
    const anchor = { id: 'base', kind: 're-anchored', deviceId: 'device-1', openingUm: 1000 } as const;
    const why = { measurementId: 'm', reason: 'slipped', at: measured.takenAt, recordedAt: measured.takenAt };
    const facts = { measurements: [measured], deviceEvents: [{ ...anchor, ...why }] };
    const { panel, series } = drawn({ devices: [{ turns: 'DDDDDDD' }], facts }, noon);
    const [mark] = series.anchors;
    expect(mark?.y).toBe(pathY(panel.scale, 1000));
    expect(mark?.y).toBe(series.measured[0]?.y);
    expect(mark?.fromY).toBeLessThan(mark?.y ?? 0);
    expect(mark?.words).toMatch(
      /^07-Sep-2025: measured 1\.0\u00a0mm made the base, −\d\.\d\u00a0mm from the turns$/,
    );
    const later = { ...anchor, ...why, at: at('2025-09-30', '12:00') };
    expect(
      drawn({ devices: [{ turns: 'DD' }], facts: { deviceEvents: [later] } }, noon).series.anchors,
    ).toEqual([]);
  });
});
