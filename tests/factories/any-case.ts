import fc from 'fast-check';
import { dayOf, instantAt } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import { type CaseFacts, COURSE_EVENT_KINDS } from '#lib/domain/facts.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { REPORT_SOURCES, RESISTANCES, TURN_OUTCOMES, type TurnReport } from '#lib/domain/turn/report.ts';
import { type Day, HOUR_MS, type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { anySigns, anySurroundings, LOTS, TURNERS } from './any-surroundings.ts';
import { caseOf, deviceOf, eventOf, measurementOf, reportOf, versionOf } from './case-facts.ts';

const DAY_MS = 24 * HOUR_MS;

/** Zones whose clocks never change. */
export const STEADY_ZONES = ['UTC', 'America/Bogota', 'Asia/Kathmandu'];

/** With clocks that change by an hour, by half an hour, at midnight, and at other times of the year. */
const ZONES = [
  ...STEADY_ZONES,
  'Europe/Zurich',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Santiago',
];

const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });

const device = (id: string, placedAt: Instant): fc.Arbitrary<Device> =>
  fc
    .record({
      umPerTurn: fc.constantFrom(250, 333, 500, 1000),
      actuationsPerTurn: fc.constantFrom(1, 2, 3, 4),
      travelUm: sometimes(fc.integer({ min: 5000, max: 40_000 })),
      initialOpeningUm: fc.constantFrom(0, 0, 1000),
      modelId: sometimes(fc.constant('model')),
      lot: sometimes(fc.constantFrom(...LOTS)),
      removedAt: fc.option(
        fc.integer({ min: 0, max: 60 * 24 }).map((hours) => placedAt + hours * HOUR_MS),
        { nil: null, freq: 8 },
      ),
    })
    .map((given) => deviceOf({ id, placedAt, recordedAt: placedAt, ...given }));

const session = fc.integer({ min: 0, max: 1439 });
const amount = fc.constantFrom(100, 100, 100, 50, 33, 200, 0, -100);

/** Versions 1, 2, 3 …, each beginning after the one before it. */
const anyVersions = (
  deviceIds: readonly string[],
  firstDay: Day,
  zone: string,
): fc.Arbitrary<ProtocolVersion[]> =>
  fc
    .array(
      fc.record({
        gap: fc.integer({ min: 1, max: 20 }),
        slot: fc.integer({ min: 1, max: 4 }),
        sessions: fc
          .uniqueArray(session, { minLength: 1, maxLength: 4 })
          .map((minutes) => minutes.sort((a, b) => a - b)),
        amounts: fc.array(fc.array(amount, { minLength: 4, maxLength: 4 }), {
          minLength: deviceIds.length,
          maxLength: deviceIds.length,
        }),
        targetUm: sometimes(fc.integer({ min: 1000, max: 25_000 })),
        leftOut: fc.integer({ min: -8, max: 3 }),
        lastIn: sometimes(fc.integer({ min: 0, max: 30 })),
        graceMin: fc.constantFrom(0, 60, 240, 2000),
        silenceMin: fc.constantFrom(60, 1440, 3000),
      }),
      { maxLength: 4 },
    )
    .map((drafts) => {
      let fromDay = firstDay;
      return drafts.map((draft, index) => {
        if (index > 0) fromDay += draft.gap;
        const base = versionOf();
        return versionOf({
          version: index + 1,
          fromDay,
          fromSlot: Math.min(draft.slot, draft.sessions.length),
          sessions: draft.sessions,
          devices: deviceIds
            .map((deviceId, place) => ({
              deviceId,
              perSession: (draft.amounts[place] ?? []).slice(0, draft.sessions.length),
              targetUm: draft.targetUm,
            }))
            .filter((_, place) => place !== draft.leftOut),
          lastDay: draft.lastIn === null ? null : fromDay + draft.lastIn,
          tolerances: { ...base.tolerances, graceMin: draft.graceMin, silenceMin: draft.silenceMin },
          recordedAt: instantAt(zone, fromDay - (index === 0 ? 2 : 1), 12 * 60),
        });
      });
    });

const report = (deviceIds: readonly string[], firstDay: Day, zone: string): fc.Arbitrary<TurnReport> =>
  fc
    .record({
      deviceId: fc.constantFrom(...deviceIds),
      day: fc.integer({ min: firstDay - 4, max: firstDay + 40 }),
      slot: fc.integer({ min: 1, max: 5 }),
      outcome: fc.constantFrom('done' as const, 'done' as const, ...TURN_OUTCOMES),
      actuationsCenti: fc.oneof(amount, fc.integer({ min: -20_000, max: 20_000 })),
      minute: sometimes(fc.integer({ min: -600, max: 1440 + 600 })),
      delayMin: fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 5000 })),
      resistance: fc.constantFrom(...RESISTANCES),
      source: fc.constantFrom(...REPORT_SOURCES),
      turnedBy: sometimes(fc.constantFrom(...TURNERS)),
      checkedBy: sometimes(fc.constantFrom(...TURNERS)),
      pain: sometimes(fc.integer({ min: 0, max: 10 })),
      signs: anySigns,
      retracted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    })
    .map(({ minute, delayMin, ...given }) => {
      const doneAt = minute === null ? null : instantAt(zone, given.day, 0) + minute * MINUTE_MS;
      const heardAt = (doneAt ?? instantAt(zone, given.day, 12 * 60)) + delayMin * MINUTE_MS;
      const actuationsCenti = given.outcome === 'not-sure' ? null : given.actuationsCenti;
      return { ...reportOf(1, 1), ...given, actuationsCenti, doneAt, recordedAt: heardAt };
    });

/** Gives each report an id of its own, and lets some correct an earlier one, each at most once. */
function withCorrections(reports: TurnReport[], links: readonly number[]): TurnReport[] {
  const taken = new Set<number>();
  return reports.map((entry, index) => {
    const target = links[index] ?? -1;
    const corrects = target >= 0 && target < index && !taken.has(target);
    if (corrects) taken.add(target);
    return { ...entry, id: `r${index}`, correctsId: corrects ? `r${target}` : null };
  });
}

/** Any case that could be on file, however odd, and an instant to look at it. */
export const anyCase = (
  zones: readonly string[] = ZONES,
): fc.Arbitrary<{ facts: CaseFacts; asOf: Instant }> =>
  fc
    .record({
      zone: fc.constantFrom(...zones),
      operatedAt: fc
        .integer({ min: Date.UTC(2026, 1, 20), max: Date.UTC(2026, 10, 10) })
        .map((ms) => Math.floor(ms / MINUTE_MS) * MINUTE_MS),
      latencyDays: fc.constantFrom(0, 1, 3, 5, 30),
      deviceIds: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
    })
    .chain(({ zone, operatedAt, latencyDays, deviceIds }) => {
      const firstDay = dayOf(zone, operatedAt) + latencyDays;
      const hoursAfter = (least: number, most: number) =>
        fc.integer({ min: least * 4, max: most * 4 }).map((quarter) => operatedAt + (quarter * HOUR_MS) / 4);
      const count = { maxLength: 30 };
      return fc
        .record({
          devices: fc.tuple(...deviceIds.map((id) => device(id, operatedAt))),
          versions: anyVersions(deviceIds, firstDay, zone),
          reports: fc.array(report(deviceIds, firstDay, zone), count),
          links: fc.array(fc.integer({ min: -20, max: 20 }), count),
          events: fc.array(
            fc.record({
              kind: fc.constantFrom(...COURSE_EVENT_KINDS),
              at: hoursAfter(0, 1400),
              late: fc.constantFrom(0, 1, 30),
            }),
            { maxLength: 4 },
          ),
          measurements: fc.array(
            fc.record({
              takenAt: hoursAfter(0, 1200),
              valueUm: fc.integer({ min: -1000, max: 45_000 }),
              deviceId: fc.constantFrom(...deviceIds),
              kind: fc.constantFrom('device-gap' as const, 'bone-gap' as const),
            }),
            { maxLength: 5 },
          ),
          around: anySurroundings({ zone, operatedAt, deviceIds }),
          operated: fc.integer({ min: 0, max: 9 }),
          heardLateHours: fc.constantFrom(0, 0, 0, 5, 100),
          removal: fc.option(hoursAfter(24, 3000), { nil: null, freq: 5 }),
          asOf: hoursAfter(-48, 1800),
          offMs: fc.constantFrom(0, 0, 1, -1),
        })
        .map(({ links, operated, removal, heardLateHours, asOf, offMs, ...given }) => {
          const heardAt = operatedAt + heardLateHours * HOUR_MS;
          const index = { id: 'index', kind: 'index' as const, endedAt: operatedAt, recordedAt: heardAt };
          const facts = caseOf({
            ...given.around,
            zone,
            operations: [
              ...(operated === 0 ? [] : [index]),
              ...(removal === null
                ? []
                : [{ id: 'removal', kind: 'removal' as const, endedAt: removal, recordedAt: removal }]),
            ],
            devices: given.devices.map((entry) => ({ ...entry, recordedAt: heardAt })),
            versions: given.versions,
            events: given.events.map((event, place) => ({
              ...eventOf(event.kind, event.at),
              id: `e${place}`,
              recordedAt: event.at + event.late * HOUR_MS,
            })),
            reports: withCorrections(given.reports, links),
            measurements: given.measurements.map(({ takenAt, valueUm, ...rest }, place) =>
              measurementOf(takenAt, valueUm, { id: `m${place}`, ...rest }),
            ),
          });
          return { facts, asOf: asOf + offMs };
        });
    });

export const shiftMs = (days: number): number => days * DAY_MS;
