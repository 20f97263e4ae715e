import { instantAt } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { Anchor } from '#lib/domain/device/device-event.ts';
import { expectedOpeningUm } from '#lib/domain/device/opening.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { PlannedAmount, PlannedSlot } from '#lib/domain/plan/planned-slots.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import { type Centi, expansionUm, type Instant } from '#lib/domain/units.ts';
import type { DeviceCourse } from './course.ts';
import { type ReportsBySlot, type SlotReports, slotKey } from './reports-by-slot.ts';
import type { SlotEntry, SlotStatus } from './slot-entry.ts';
import { heardStatus, reportedSum, restOf, unheardStatus } from './slot-status.ts';

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
  const inOrder = withTotals(entriesOf(facts.zone, index, begun, bySlot.get(device.id) ?? [], reached));
  const anchors = facts.deviceEvents.filter(
    (event): event is Anchor => event.kind === 're-anchored' && event.deviceId === device.id,
  );
  return {
    device,
    plan: planOf(inForce, device),
    entries: inOrder,
    anchors,
    openingUm: expectedOpeningUm({ device, anchors, entries: inOrder }, Number.POSITIVE_INFINITY),
    ...sums(inOrder, device),
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
  const status =
    reports.length === 0 ? unheardStatus(slot, amount, reached) : heardStatus(amount, reports, reportedCenti);
  return {
    day: slot.day,
    slot: slot.slot,
    at: slot.at,
    graceEndsAt: slot.graceEndsAt,
    version: slot.version.version,
    planKind: amount.kind,
    plannedCenti: amount.centi,
    reportedCenti,
    status,
    unsureCenti: unsureOf(status, amount.sessionCenti, reportedCenti),
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
    unsureCenti: 0,
    late: false,
    reports,
    plannedTotalCenti: 0,
    reportedTotalCenti: 0,
  };
}

function unsureOf(status: SlotStatus, askedCenti: Centi, reportedCenti: Centi | null): Centi {
  return status === 'not-sure' ? restOf(askedCenti, reportedCenti ?? 0) : 0;
}

/** The totals through each slot, and what may have been turned unsurely in those in which nothing was asked for. */
function withTotals(entries: SlotEntry[]): readonly SlotEntry[] {
  let planned = 0;
  let reported = 0;
  let lastAsked = entries.find(({ planKind }) => planKind === 'turn')?.plannedCenti ?? 0;
  for (const entry of entries) {
    planned += entry.plannedCenti;
    reported += entry.reportedCenti ?? 0;
    if (entry.planKind === 'turn') lastAsked = entry.plannedCenti;
    else if (entry.planKind !== 'complete')
      entry.unsureCenti = unsureOf(entry.status, lastAsked, entry.reportedCenti);
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
  let leastCenti = 0;
  let mostCenti = 0;
  let asPlannedCenti = 0;
  let notTurnedCenti = 0;
  let notReportedCenti = 0;
  let lateSlots = 0;
  for (const entry of entries) {
    reportedCenti += entry.reportedCenti ?? 0;
    if (!isDue(entry)) continue;
    plannedCenti += entry.plannedCenti;
    if (entry.status === 'not-sure') {
      notSureSlots += 1;
      leastCenti += Math.min(0, entry.unsureCenti);
      mostCenti += Math.max(0, entry.unsureCenti);
      if (entry.planKind === 'turn') asPlannedCenti += entry.unsureCenti;
    } else if (entry.status === 'unreported') notReportedCenti += entry.plannedCenti;
    else notTurnedCenti += restOf(entry.plannedCenti, entry.reportedCenti ?? 0);
    if (entry.late) lateSlots += 1;
  }
  leastCenti += reportedCenti;
  mostCenti += reportedCenti;
  const isPlanned = entries.some((entry) => entry.version !== null);
  return {
    reportedCenti,
    reportedUm: expansionUm(reportedCenti, device),
    plannedDueUm: isPlanned ? expansionUm(plannedCenti, device) : null,
    notSureSlots,
    turned: {
      leastCenti,
      mostCenti,
      leastUm: expansionUm(leastCenti, device),
      mostUm: expansionUm(mostCenti, device),
    },
    causes: {
      notTurnedUm: expansionUm(notTurnedCenti, device),
      notReportedUm: expansionUm(notReportedCenti, device),
      lateSlots,
    },
    assumedCenti: reportedCenti + notReportedCenti + asPlannedCenti,
  };
}

function planOf(inForce: ProtocolVersion | null, device: Device) {
  return inForce?.devices.find((plan) => plan.deviceId === device.id) ?? null;
}
