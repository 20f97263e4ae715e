import { instantAt } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { Anchor } from '#lib/domain/device/device-event.ts';
import { openingUm, type Turned } from '#lib/domain/device/opening.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { PlannedSlot } from '#lib/domain/plan/planned-slots.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { expansionUm, type Instant } from '#lib/domain/units.ts';
import type { DeviceCourse } from './course.ts';
import { type ReportsBySlot, type SlotReports, slotKey } from './reports-by-slot.ts';
import type { SlotEntry } from './slot-entry.ts';
import { reportedSum, slotStatus } from './slot-status.ts';

const NOON = 12 * 60;

/** One device's slots in order: those of the plan that have begun, and any other in which something was reported. */
export function deviceCourse(
  facts: CaseFacts,
  device: Device,
  index: number,
  begun: readonly PlannedSlot[],
  bySlot: ReportsBySlot,
  inForce: ProtocolVersion | null,
  reached: (at: Instant) => boolean,
): DeviceCourse {
  const reported = new Map(bySlot.get(device.id));
  const entries: SlotEntry[] = [];
  for (const slot of begun) {
    const key = slotKey(slot.day, slot.slot);
    const heard = reported.get(key);
    reported.delete(key);
    const entry = plannedEntry(slot, index, heard, reached);
    if (entry.planKind !== 'none' || heard) entries.push(entry);
  }
  for (const heard of reported.values()) entries.push(unplannedEntry(facts.zone, heard, reached));
  if (reported.size > 0) entries.sort((a, b) => a.day - b.day || a.slot - b.slot);
  const anchors = facts.deviceEvents.filter(
    (event): event is Anchor => event.kind === 're-anchored' && event.deviceId === device.id,
  );
  const turns = turnsOf(entries);
  return {
    device,
    plan: planOf(inForce, device),
    entries: withTotals(entries),
    turns,
    anchors,
    openingUm: openingUm(device, anchors, turns, Number.POSITIVE_INFINITY),
    ...sums(entries, device),
  };
}

function turnsOf(entries: readonly SlotEntry[]): readonly Turned[] {
  const turns: Turned[] = [];
  for (const entry of entries) {
    for (const { doneAt, actuationsCenti } of entry.reports) {
      turns.push({ at: doneAt ?? entry.at, centi: actuationsCenti ?? 0 });
    }
  }
  return turns;
}

function plannedEntry(
  slot: PlannedSlot,
  index: number,
  heard: SlotReports | undefined,
  reached: (at: Instant) => boolean,
): SlotEntry {
  const { day, slot: number, at, graceEndsAt } = slot;
  const amount = slot.amounts[index] ?? { kind: 'none', centi: 0, sessionCenti: 0 };
  const timing = {
    planKind: amount.kind,
    plannedCenti: amount.centi,
    sessionCenti: amount.sessionCenti,
    at,
    graceEndsAt,
  };
  return {
    day,
    slot: number,
    at,
    graceEndsAt,
    version: slot.version.version,
    planKind: amount.kind,
    plannedCenti: amount.centi,
    reportedCenti: reportedSum(heard?.reports ?? []),
    status: slotStatus(timing, heard?.reports ?? [], reached),
    late: heard !== undefined && amount.kind === 'turn' && heard.firstHeardAt > graceEndsAt,
    reports: heard?.reports ?? [],
    plannedTotalCenti: 0,
    reportedTotalCenti: 0,
  };
}

function unplannedEntry(zone: string, heard: SlotReports, reached: (at: Instant) => boolean): SlotEntry {
  const { day, slot, reports } = heard;
  const at = reports.find((report) => report.doneAt !== null)?.doneAt ?? instantAt(zone, day, NOON);
  const timing = { planKind: 'none', plannedCenti: 0, sessionCenti: 0, at, graceEndsAt: at } as const;
  return {
    day,
    slot,
    at,
    graceEndsAt: at,
    version: null,
    planKind: 'none',
    plannedCenti: 0,
    reportedCenti: reportedSum(reports),
    status: slotStatus(timing, reports, reached),
    late: false,
    reports,
    plannedTotalCenti: 0,
    reportedTotalCenti: 0,
  };
}

function withTotals(entries: SlotEntry[]): readonly SlotEntry[] {
  let planned = 0;
  let reported = 0;
  for (const entry of entries) {
    planned += entry.plannedCenti;
    reported += entry.reportedCenti ?? 0;
    entry.plannedTotalCenti = planned;
    entry.reportedTotalCenti = reported;
  }
  return entries;
}

/** A slot is due once its grace has run out, or as soon as something was reported in it. */
export function isDue(entry: SlotEntry): boolean {
  return entry.status !== 'future' && entry.status !== 'open';
}

function sums(entries: readonly SlotEntry[], device: Device) {
  let plannedCenti = 0;
  let reportedCenti = 0;
  let notSureSlots = 0;
  let notSureCenti = 0;
  let notTurnedCenti = 0;
  let notReportedCenti = 0;
  let lateSlots = 0;
  for (const entry of entries) {
    reportedCenti += entry.reportedCenti ?? 0;
    if (!isDue(entry)) continue;
    plannedCenti += entry.plannedCenti;
    if (entry.status === 'not-sure') {
      notSureSlots += 1;
      notSureCenti += Math.max(0, entry.plannedCenti - (entry.reportedCenti ?? 0));
    } else if (entry.status === 'unreported') notReportedCenti += Math.max(0, entry.plannedCenti);
    else notTurnedCenti += Math.max(0, entry.plannedCenti - (entry.reportedCenti ?? 0));
    if (entry.late) lateSlots += 1;
  }
  const isPlanned = entries.some((entry) => entry.version !== null);
  return {
    reportedCenti,
    reportedUm: expansionUm(reportedCenti, device),
    plannedDueUm: isPlanned ? expansionUm(plannedCenti, device) : null,
    notSureSlots,
    notSureUm: expansionUm(notSureCenti, device),
    causes: {
      notTurnedUm: expansionUm(notTurnedCenti, device),
      notReportedUm: expansionUm(notReportedCenti, device),
      lateSlots,
    },
    assumedCenti: reportedCenti + notReportedCenti + notSureCenti,
  };
}

function planOf(inForce: ProtocolVersion | null, device: Device) {
  return inForce?.devices.find((plan) => plan.deviceId === device.id) ?? null;
}
