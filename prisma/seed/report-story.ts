import { instantAt, localTime } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import { plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { expansionUm, type Instant, MINUTE_MS, type Um } from '#lib/domain/units.ts';
import type { TurnReportInput } from '#lib/schemas/turn-reports.ts';
import type { Random } from './random.ts';
import type { Habit, Story, TurnStory } from './story.ts';

/** A report with when the clinic learned of it. */
export type HeardReport = { heardAt: Instant; doneAt: Instant; report: TurnReportInput };

/** What stands of a case when its family begins to report. */
export type Planned = {
  devices: readonly Device[];
  versions: readonly ProtocolVersion[];
  course: Pick<CaseFacts, 'events' | 'operations'>;
};

/** Everything that the family reports until `now`, in the order of the slots. */
export function reportsOf(
  { zone, habit, turns }: Story,
  { devices, versions, course }: Planned,
  random: Random,
  now: Instant,
): HeardReport[] {
  const heard: HeardReport[] = [];
  const inactive = inactiveSpans({ ...course, devices }, () => true);
  const overAt = Math.min(now, inactive.find(({ to }) => to === null)?.from ?? now);
  const lastDay = localTime(zone, overAt).day;
  let firstDay: number | null = null;
  for (const slot of plannedSlots({ zone, devices, versions, inactive }, lastDay)) {
    if (slot.at > now) break;
    firstDay ??= slot.day;
    const n = slot.day - firstDay + 1;
    for (const [index, amount] of slot.amounts.entries()) {
      const device = devices[index];
      if (!device || (amount.kind !== 'turn' && amount.kind !== 'hold')) continue;
      const asked = {
        day: slot.day,
        slot: slot.slot,
        n,
        device: index,
        centi: amount.centi,
        isHold: amount.kind === 'hold',
      };
      for (const told of turns(asked)) {
        const doneAt = slot.at + told.afterMin * MINUTE_MS;
        const heardAt = heardAtOf(habit, zone, firstDay, doneAt, told);
        heard.push(...reported(told, { doneAt, heardAt }, asked, device.id, habit, random));
      }
    }
  }
  return heard.filter(({ heardAt, doneAt }) => heardAt <= now && doneAt <= heardAt);
}

function reported(
  told: TurnStory,
  { doneAt, heardAt }: { doneAt: Instant; heardAt: Instant },
  { day, slot }: { day: number; slot: number },
  deviceId: string,
  habit: Habit,
  random: Random,
): HeardReport[] {
  const report: TurnReportInput = {
    id: random.id(heardAt),
    deviceId,
    day,
    slot,
    actuationsCenti: told.centi,
    outcome: told.outcome,
    doneAt: told.outcome === 'skipped' ? null : doneAt + (told.clockWrongMin ?? 0) * MINUTE_MS,
    source: habit.kind === 'weekly' ? habit.source : 'phone',
    turnedBy: told.by ?? null,
    checkedBy: told.checkedBy ?? null,
    resistance: told.resistance ?? (told.outcome === 'skipped' ? 'unknown' : 'normal'),
    pain: told.pain ?? null,
    siteLook: told.siteLook ?? null,
    note: told.note ?? null,
    signs: told.signs ?? [],
    correctsId: null,
    correctionReason: null,
    retracted: false,
  };
  const first = { heardAt, doneAt, report };
  if (!told.corrected) return [first];
  const { outcome, centi, afterMin, reason, retracted = false } = told.corrected;
  const correctedAt = heardAt + afterMin * MINUTE_MS;
  const correction: TurnReportInput = {
    ...report,
    id: random.id(correctedAt),
    outcome,
    actuationsCenti: centi,
    correctsId: report.id,
    correctionReason: reason,
    retracted,
  };
  return [first, { heardAt: correctedAt, doneAt, report: correction }];
}

function heardAtOf(
  habit: Habit,
  zone: string,
  firstDay: number,
  doneAt: Instant,
  { heardAfterMin }: TurnStory,
): Instant {
  if (heardAfterMin !== undefined) return doneAt + heardAfterMin * MINUTE_MS;
  if (habit.kind === 'each') return doneAt + 12 * MINUTE_MS;
  const every = habit.kind === 'daily' ? 1 : 7;
  let { day } = localTime(zone, doneAt);
  if (every === 7) day = firstDay + Math.ceil((day - firstDay) / 7) * 7;
  const at = instantAt(zone, day, habit.minute);
  return at >= doneAt ? at : instantAt(zone, day + every, habit.minute);
}

/** The opening of a device that the reports known by then lead one to expect at an instant. */
export function openingAt(device: Device, heard: readonly HeardReport[], at: Instant): Um {
  const corrected = new Set(heard.map(({ report }) => report.correctsId));
  let centi = 0;
  for (const { report, doneAt } of heard) {
    if (report.deviceId !== device.id || doneAt > at || report.retracted || corrected.has(report.id))
      continue;
    centi += report.actuationsCenti ?? 0;
  }
  return device.initialOpeningUm + expansionUm(centi, device);
}
