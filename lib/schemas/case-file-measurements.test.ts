import { expect, it } from 'vitest';
import { caseFileSchema } from './case-file.ts';

/** The paths and problems of a case file whose device, in place for a month, was measured on these mornings. */
function problemsOf(...days: readonly string[]): string[] {
  const parsed = caseFileSchema.safeParse({
    zone: 'Europe/Zurich',
    operations: [{ kind: 'index', endedAt: '2026-03-02 11:00' }],
    devices: [
      {
        label: 'Left',
        mmPerTurn: 0.5,
        actuationsPerTurn: 1,
        turnDirection: 'with-arrow',
        travelMm: 30,
        removedAt: '2026-04-02 09:00',
      },
    ],
    protocol: [],
    measurements: days.map((day) => ({
      kind: 'device-gap',
      device: 'Left',
      takenAt: `${day} 10:00`,
      valueMm: 9,
      method: 'xray',
    })),
  });
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

it('refuses a measurement on a day on which the device was not in the child, with the path of its field', () => {
  expect(problemsOf('2026-03-02', '2026-04-02')).toEqual([]);
  expect(problemsOf('2026-03-02', '2026-03-01', '2026-04-03')).toEqual([
    'measurements.1.takenAt: this is before the device was placed; correct one of the two',
    'measurements.2.takenAt: this is after the device was removed; correct one of the two',
  ]);
});
