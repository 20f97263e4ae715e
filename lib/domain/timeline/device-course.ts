import { instantAt } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { Anchor } from '#lib/domain/device/device-event.ts';
import { expectedOpeningUm } from '#lib/domain/device/opening.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { PlannedAmount, PlannedSlot } from '#lib/domain/plan/planned-slots.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import { expansionUm, type Instant } from '#lib/domain/units.ts';
import type { DeviceCourse } from './course.ts';
import { type ReportsBySlot, type SlotReports, slotKey } from './reports-by-slot.ts';
import type { SlotEntry } from './slot-entry.ts';
import { heardStatus, reportedSum, unheardStatus } from './slot-status.ts';

const NOON = 12 * 60;
const NO_REPORTS: readonly TurnReport[] = [];
const NOTHING_PLANNED: PlannedAmount = { kind: 'none', centi: 0, sessionCenti: 0, totalCenti: 0 };

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
  const entries = entriesOf(facts.zone, index, begun, bySlot.get(device.id) ?? [], reached);
  const anchors = facts.deviceEvents.filter(
    (event): event is Anchor => event.kind === 're-anchored' && event.deviceId === device.id,
  );
  return {
    device,
    plan: planOf(inForce, device),
    entries: withTotals(entries),
    anchors,
    openingUm: expectedOpeningUm({ device, anchors, entries }, Number.POSITIVE_INFINITY),
    ...sums(entries, device),
  };
}

/** The slots of the plan and those in which something was reported, both in order, as one row. */
function entriesOf(
  zone: string,
  index: number,
  begun: readonly PlannedSlot[],
  heard: readonly SlotReports[],
  reached: (at: Instant) => boolean,
): SlotEntry[] {
  const entries: SlotEntry[] = [];
  let taken = 0;
  let next = heard[0];
  for (const slot of begun) {
    const key = slotKey(slot.day, slot.slot);
    for (; next && slotKey(next.day, next.slot) < key; next = heard[++taken])
      entries.push(unplannedEntry(zone, next));
    const own = next && slotKey(next.day, next.slot) === key ? next : null;
    if (own) next = heard[++taken];
    const amount = slot.amounts[index] ?? NOTHING_PLANNED;
    if (own || amount.kind !== 'none') entries.push(plannedEntry(slot, amount, own, reached));
  }
  for (; next; next = heard[++taken]) entries.push(unplannedEntry(zone, next));
  return entries;
}

function plannedEntry(
  slot: PlannedSlot,
  amount: PlannedAmount,
  heard: SlotReports | null,
  reached: (at: Instant) => boolean,
): SlotEntry {
  const reports = heard?.reports ?? NO_REPORTS;
  const reportedCenti = reportedSum(reports);
  return {
    day: slot.day,
    slot: slot.slot,
    at: slot.at,
    graceEndsAt: slot.graceEndsAt,
    version: slot.version.version,
    planKind: amount.kind,
    plannedCenti: amount.centi,
    reportedCenti,
    status:
      reports.length === 0
        ? unheardStatus(slot, amount, reached)
        : heardStatus(amount, reports, reportedCenti),
    late: heard !== null && amount.kind === 'turn' && heard.firstHeardAt > slot.graceEndsAt,
    reports,
    plannedTotalCenti: 0,
    reportedTotalCenti: 0,
  };
}

function unplannedEntry(zone: string, { day, slot, reports }: SlotReports): SlotEntry {
  const at = reports.find((report) => report.doneAt !== null)?.doneAt ?? instantAt(zone, day, NOON);
  const reportedCenti = reportedSum(reports);
  return {
    day,
    slot,
    at,
    graceEndsAt: at,
    version: null,
    planKind: 'none',
    plannedCenti: 0,
    reportedCenti,
    status: heardStatus(NOTHING_PLANNED, reports, reportedCenti),
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
