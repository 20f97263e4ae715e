import { describe, expect, it } from 'vitest';
import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { at, scriptedCase } from '#tests/factories/scripted-case.ts';
import { measurementRows } from './measurement-rows.ts';

const taken = at('2025-09-06', '10:00');
const measured = (more: Partial<Measurement>): Measurement => ({
  id: 'm-1',
  kind: 'device-gap',
  deviceId: 'device-1',
  takenAt: taken,
  valueUm: 3500,
  uncertaintyUm: 1000,
  method: 'xray',
  note: null,
  recordedAt: taken,
  ...more,
});
const rowsOf = (measurements: readonly Measurement[], versions?: []) =>
  measurementRows(
    buildCourse(
      scriptedCase({
        devices: [{ turns: 'DDDD', initialOpeningUm: 1000 }],
        ...(versions ? { versions, devices: [{ turns: '', initialOpeningUm: 1000 }] } : {}),
        facts: { measurements },
      }),
      at('2025-09-07', '12:00'),
    ),
    [],
  );

describe('measurements', () => {
  it('are compared with the opening at placement and the turns reported by then', () => {
    expect(rowsOf([measured({})])[0]).toMatchObject({
      taken: '06-Sep-2025 10:00',
      what: 'device gap',
      device: 'Left',
      value: '3.5\u00a0mm',
      uncertainty: '±1.0\u00a0mm',
      comparison: {
        expected: '3.0\u00a0mm',
        difference: '+0.5\u00a0mm',
        verdict: 'within',
        words: 'within the tolerance of 1.5\u00a0mm',
      },
    });
  });

  it('are beyond the tolerance as soon as they reach it', () => {
    expect(rowsOf([measured({ valueUm: 1500 })])[0]?.comparison).toMatchObject({
      difference: '\u22121.5\u00a0mm',
      verdict: 'beyond',
    });
  });

  it('are not judged without a protocol, nor where nothing is expected', () => {
    const head = measured({ id: 'm-2', kind: 'head-circumference', deviceId: null, valueUm: 441_000 });
    expect(rowsOf([measured({}), head], []).map(({ comparison }) => comparison?.verdict ?? null)).toEqual([
      'unknown',
      null,
    ]);
  });
});
