import { Badge } from '#components/ui/badge.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { DeviceRow } from '#lib/view/device-row.ts';

/** The devices of a case: where each stands and what travel it has left. */
export function DeviceList({ caseId, devices }: { caseId: string; devices: readonly DeviceRow[] }) {
  if (devices.length === 0) {
    return (
      <EmptyState title="No device is recorded">
        <TextLink href={`/cases/${caseId}/devices`}>Record the devices</TextLink> as they were placed; the
        plan, the chart and the remaining travel follow from them.
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-x-8 sm:grid-cols-[repeat(auto-fit,minmax(20rem,1fr))]">
      {devices.map((device) => (
        <li key={device.deviceId} className="grid content-start gap-1 border-line border-b py-3">
          <p className="flex flex-wrap items-center gap-x-2">
            <span className="font-semibold">{device.label}</span>
            <span className="text-ink-muted">{device.position}</span>
            {device.isOnHold && <Badge>Hold</Badge>}
            {!device.isInPlace && <Badge tone="outline">Removed</Badge>}
          </p>
          <ProgressBar {...device.progress} />
          <p>{device.standing}</p>
          <dl className="grid grid-cols-[5rem_1fr] gap-x-2 text-sm">
            {device.causes !== '' && (
              <>
                <dt className="text-ink-muted">Turns</dt>
                <dd>{device.causes}</dd>
              </>
            )}
            <dt className="text-ink-muted">Travel</dt>
            <dd>{device.travel ?? <Unknown>not recorded, so what is left is not known</Unknown>}</dd>
            <dt className="text-ink-muted">Open</dt>
            <dd>{device.opening}</dd>
            <dt className="text-ink-muted">Measured</dt>
            <dd>{device.measured ?? <Unknown>not measured yet</Unknown>}</dd>
            <dt className="text-ink-muted">Device</dt>
            <dd>
              {device.model ?? <Unknown>model not recorded</Unknown>}, {device.thread}
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
