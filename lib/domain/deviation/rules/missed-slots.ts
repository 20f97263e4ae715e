import { extentOf } from '#lib/domain/deviation/extent.ts';
import type { Finding, SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import { isDue } from '#lib/domain/timeline/device-course.ts';

export type MissedSlotsEvidence = {
  rule: 'missed-slots';
  /** Planned slots in a row, up to the last due one, without the turn. */
  slots: number;
  /** Of these: reported as not turned. */
  skipped: number;
  /** Of these: not reported, which is not the same. */
  unreported: number;
  since: SlotRef;
  tolerance: number;
};

/** Fires at `slots >= tolerances.missedSlots` (clinic default 2; none published, clinical.md §6). */
export const missedSlots: Rule<MissedSlotsEvidence> = (course) => {
  const tolerance = course.inForce?.tolerances.missedSlots;
  if (tolerance === undefined) return [];
  return turningDevices(course).flatMap((device) => {
    const run = trailingRun(device);
    if (run.since === null || run.skipped + run.unreported < tolerance) return [];
    const { since, skipped, unreported } = run;
    return {
      level: 'look-today',
      extent: extentOf(skipped + unreported, tolerance),
      deviceId: device.device.id,
      onset: since,
      evidence: { rule: 'missed-slots', slots: skipped + unreported, skipped, unreported, since, tolerance },
    } satisfies Finding<MissedSlotsEvidence>;
  });
};

function trailingRun({ entries }: DeviceCourse) {
  const run = { skipped: 0, unreported: 0, since: null as SlotRef | null };
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (entry?.planKind !== 'turn' || !isDue(entry)) continue;
    if (entry.status === 'unreported') run.unreported += 1;
    else if (entry.reportedCenti === 0) run.skipped += 1;
    else break;
    run.since = { day: entry.day, slot: entry.slot };
  }
  return run;
}
