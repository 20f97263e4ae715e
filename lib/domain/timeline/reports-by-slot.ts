import { effectiveReports } from '#lib/domain/turn/effective-reports.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Day, Instant } from '#lib/domain/units.ts';

/** The effective reports of one device in one slot, and when the first of them was taken in. */
export type SlotReports = { day: Day; slot: number; reports: TurnReport[]; firstHeardAt: Instant };

/** Device id → its slots in which something was reported, in order. A correction was heard when the report it corrects was. */
export type ReportsBySlot = ReadonlyMap<string, readonly SlotReports[]>;

/** More sessions than any day has: the schema allows 24. */
const MOST_SLOTS = 1000;

/** One number for a slot, ascending in time. */
export function slotKey(day: Day, slot: number): number {
  return day * MOST_SLOTS + slot;
}

export function reportsBySlot(reports: readonly TurnReport[]): ReportsBySlot {
  const byId = new Map<string, TurnReport>();
  // Seldom is anything corrected: then nothing is looked up.
  if (reports.some(({ correctsId }) => correctsId !== null)) {
    for (const report of reports) byId.set(report.id, report);
  }
  const devices = new Map<string, SlotReports[]>();
  for (const report of effectiveReports(reports)) {
    const { deviceId, day, slot } = report;
    const slots = devices.get(deviceId) ?? [];
    if (slots.length === 0) devices.set(deviceId, slots);
    const heardAt = originOf(report, byId).recordedAt;
    const last = slots.at(-1);
    if (last && last.day === day && last.slot === slot) {
      last.reports.push(report);
      last.firstHeardAt = Math.min(last.firstHeardAt, heardAt);
    } else {
      slots.push({ day, slot, reports: [report], firstHeardAt: heardAt });
    }
  }
  return devices;
}

/** The report that started the chain of corrections that a report ends. */
export function originOf(report: TurnReport, byId: ReadonlyMap<string, TurnReport>): TurnReport {
  if (report.correctsId === null) return report;
  let origin = report;
  const seen = new Set([report.id]);
  while (origin.correctsId !== null) {
    const corrected = byId.get(origin.correctsId);
    if (!corrected || seen.has(corrected.id)) break;
    seen.add(corrected.id);
    origin = corrected;
  }
  return origin;
}
