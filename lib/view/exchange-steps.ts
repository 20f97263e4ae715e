import type { Assessment } from '#lib/domain/assessment.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { exchangedDevices } from '#lib/domain/protocol/exchanged-devices.ts';
import { latestVersion } from '#lib/domain/protocol/version.ts';
import type { CaseStep } from './case-steps.ts';
import { formatMm } from './format-amount.ts';
import { formatInstant } from './format-date.ts';

/** What is to be recorded before an exchange can be planned; null: the hardware is on record, and its plan comes next. */
export function exchangeSteps({ caseId, devices, versions }: CaseFacts): readonly CaseStep[] | null {
  const { out, placed } = exchangedDevices(latestVersion(versions), devices);
  if (out.length > 0 && placed.length > 0) return null;
  const path = `/cases/${caseId}`;
  const labels = (some: readonly Device[]) => some.map(({ label }) => label).join(', ');
  const isOut = out.length > 0;
  return [
    {
      title: isOut ? `Operation recorded: ${labels(out)} taken out` : 'Record the operation',
      detail: 'and tick the device that it took out: nothing more is asked of that one',
      href: `${path}/devices?operation=new&then=exchange#operations`,
      state: isOut ? 'done' : 'next',
    },
    {
      title: placed.length > 0 ? `${labels(placed)} placed` : 'Place the new device',
      detail: 'with its thread, travel, direction and opening',
      href: `${path}/devices?device=new&then=exchange#device-form`,
      state: placed.length > 0 ? 'done' : isOut ? 'next' : 'later',
    },
    {
      title: 'Write its plan',
      detail: 'from the first session after the exchange',
      href: `${path}/protocol?write=exchange#write`,
      state: 'later',
    },
  ];
}

/** What a device that was taken out had gained, so that the author knows what is left for the one in its place. */
export function exchangeNotes(
  { devices, versions, zone }: CaseFacts,
  assessment: Pick<Assessment, 'devices'>,
): readonly string[] {
  const latest = latestVersion(versions);
  return exchangedDevices(latest, devices).out.map(({ id, label, removedAt }) => {
    const reportedUm = assessment.devices.find(({ deviceId }) => deviceId === id)?.reportedUm ?? 0;
    const targetUm = latest?.devices.find(({ deviceId }) => deviceId === id)?.targetUm ?? null;
    const when = removedAt === null ? '' : ` ${formatInstant(removedAt, zone)}`;
    const left =
      targetUm === null
        ? ''
        : ` of ${formatMm(targetUm)}: ${formatMm(Math.max(0, targetUm - reportedUm))} are left`;
    return `${label} was taken out${when} after ${formatMm(reportedUm)} reported${left}.`;
  });
}
