import type { CaseFacts } from '#lib/domain/facts.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import { at, caseOf, deviceOf, eventOf, measurementOf, reportOf, versionOf } from './case-facts.ts';

export const YEARS_DAYS = 3 * 365;
/** In the evening of the last of them. */
export const YEARS_AS_OF = at(YEARS_DAYS, 21);

const DEVICES = ['a', 'b', 'c', 'd'];
const DAYS_BETWEEN_MEASUREMENTS = 14;
const SAID: readonly (Partial<TurnReport> | null)[] = [
  { actuationsCenti: 2 },
  { outcome: 'skipped', actuationsCenti: 0 },
  { outcome: 'extra', actuationsCenti: 4 },
  { outcome: 'not-sure', actuationsCenti: null },
  null,
];

type Given = { endedOnDay?: number; reportedDays?: number; targetUm?: number };

/**
 * Four devices that were to be turned twice a day for three years, and whatever can be said of a slot over and over.
 * `endedOnDay`: at the end of that day activation was over. `reportedDays`: nothing was said of later ones.
 */
export function threeYears({ endedOnDay, reportedDays, targetUm = 60_000 }: Given = {}): CaseFacts {
  const days = endedOnDay ?? reportedDays ?? YEARS_DAYS;
  const slots = Array.from({ length: days * 2 }, (_, index) => index);
  const devices = DEVICES.map((deviceId) => ({ deviceId, perSession: [2, 2], targetUm }));
  return caseOf({
    devices: DEVICES.map((id) => deviceOf({ id, travelUm: 70_000 })),
    versions: [versionOf({ devices, kind: 'first' })],
    reports: DEVICES.flatMap((deviceId, column) =>
      slots.flatMap((index) => {
        const said = SAID[(index + column + Math.floor(index / 7)) % SAID.length];
        return said ? [reportOf(1 + Math.floor(index / 2), 1 + (index % 2), { deviceId, ...said })] : [];
      }),
    ),
    measurements: DEVICES.flatMap((deviceId) =>
      slots
        .filter((index) => index % (2 * DAYS_BETWEEN_MEASUREMENTS) === 0)
        .map((index) =>
          measurementOf(at(1 + index / 2, 12), index * 10, { id: `${deviceId}-${index}`, deviceId }),
        ),
    ),
    events: endedOnDay === undefined ? [] : [eventOf('activation-ended', at(endedOnDay, 22))],
  });
}
