import { effectiveReports } from '#lib/domain/turn/effective-reports.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Day, Instant } from '#lib/domain/units.ts';

/** The effective reports of one device in one slot, and when the first of them was taken in. */
export type SlotReports = { day: Day; slot: number; reports: TurnReport[]; firstHeardAt: Instant };

/** Device id → slot key → reports. A correction was heard when the report it corrects was. */
export type ReportsBySlot = ReadonlyMap<string, ReadonlyMap<number, SlotReports>>;

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
  const devices = new Map<string, Map<number, SlotReports>>();
  for (const report of effectiveReports(reports)) {
    const slots = devices.get(report.deviceId) ?? new Map<number, SlotReports>();
    devices.set(report.deviceId, slots);
    const key = slotKey(report.day, report.slot);
    const heardAt = originOf(report, byId).recordedAt;
    const found = slots.get(key);
    if (found) {
      found.reports.push(report);
      found.firstHeardAt = Math.min(found.firstHeardAt, heardAt);
    } else {
      slots.set(key, { day: report.day, slot: report.slot, reports: [report], firstHeardAt: heardAt });
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
