import type { CaseFacts } from '#lib/domain/facts.ts';
import { at, caseOf, daysDone, deviceOf, FIRST_DAY, measurementOf, versionOf } from './case-facts.ts';

const DAYS = 75;
const DEVICES = ['left', 'right'];

/** When the case of the bench is assessed: in the evening of its last day, everything reported. */
export const BENCH_AS_OF = at(DAYS, 21);

/** The case that every figure is measured on: 2 devices × 75 days × 2 slots, all reported, 3 versions, 6 measurements. */
export function benchCase(): CaseFacts {
  const devices = DEVICES.map((deviceId) => ({ deviceId, perSession: [50, 50], targetUm: 39_000 }));
  return caseOf({
    devices: DEVICES.map((id) => deviceOf({ id })),
    versions: [1, 26, 51].map((day, index) =>
      versionOf({
        version: index + 1,
        kind: index === 0 ? 'first' : 'change',
        fromDay: FIRST_DAY + day - 1,
        devices,
        ...(index > 0 && { recordedAt: at(day, 7) }),
      }),
    ),
    reports: DEVICES.flatMap((deviceId) => daysDone(1, DAYS, { deviceId, actuationsCenti: 50 })),
    measurements: DEVICES.flatMap((deviceId) =>
      [25, 50, 75].map((day) =>
        measurementOf(at(day, 12), (day - 1) * 500 + 250, { id: `${deviceId}-${day}`, deviceId }),
      ),
    ),
  });
}
