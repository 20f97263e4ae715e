import { Alert } from '#components/ui/alert.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { AnchorPreview } from '#lib/view/anchor-preview.ts';
import type { DeviceValues, ModelChoice } from '#lib/view/device-form.ts';
import type { PlacedDeviceRow } from '#lib/view/placed-device-row.ts';
import { AnchorForm } from './anchor-form.tsx';
import { type ArmRemovedDraft, ArmRemovedForm } from './arm-removed-form.tsx';
import { CorrectDeviceForm } from './correct-device-form.tsx';
import { PlaceDeviceForm } from './place-device-form.tsx';
import { type WithdrawDraft, WithdrawEventForm } from './withdraw-event-form.tsx';

type DeviceFormsSectionProps = {
  caseId: string;
  zone: string;
  zoneNote: string;
  rows: readonly PlacedDeviceRow[];
  models: readonly ModelChoice[];
  mayPlace: boolean;
  arm: ArmRemovedDraft | null;
  anchorable: ReadonlyMap<string, string>;
  anchor: AnchorPreview | null;
  withdrawing: WithdrawDraft | null;
  justPlaced: string | null;
  isExchange: boolean;
  open:
    | { kind: 'place'; deviceId: string; values: DeviceValues }
    | { kind: 'correct'; device: { id: string; version: number; label: string }; values: DeviceValues }
    | null;
};

/** The devices as they were placed, and the form for the next one or a correction. */
export function DeviceFormsSection(props: DeviceFormsSectionProps) {
  const { caseId, zone, zoneNote, rows, models, mayPlace, arm, anchorable, anchor, justPlaced, open } = props;
  const { withdrawing } = props;
  const path = `/cases/${caseId}/devices`;
  return (
    <Section
      id="devices"
      title="Devices"
      detail={rows.length === 0 ? undefined : String(rows.length)}
      actions={
        mayPlace && open === null ? (
          <ButtonLink href={`${path}?device=new#devices`} size="sm">
            Place a device
          </ButtonLink>
        ) : null
      }
    >
      <div className="grid gap-4">
        {justPlaced === null ? null : (
          <Alert level="done" title={`${justPlaced} is saved.`} role="status">
            {open?.kind === 'place' ? (
              <p>The form below is for the next one, with the same hardware filled in.</p>
            ) : (
              <p>
                Is there another one? Place it too. Else go on to{' '}
                <TextLink href={`/cases/${caseId}/protocol?write=next`}>the protocol</TextLink>.
              </p>
            )}
          </Alert>
        )}
        {rows.length > 0 ? (
          <ul className="grid gap-x-8 md:grid-cols-2 xl:grid-cols-3">
            {rows.map((row) => (
              <PlacedDevice
                key={row.id}
                row={row}
                href={mayPlace ? `${path}?device=${row.id}#device-form` : null}
                anchorHref={anchorable.has(row.id) ? `${path}?anchor=${anchorable.get(row.id)}#anchor` : null}
                armHref={mayPlace && row.hasArm ? `${path}?arm=${row.id}#arm-form` : null}
                withdrawPath={mayPlace ? path : null}
              />
            ))}
          </ul>
        ) : open === null ? (
          <EmptyState title="No device is recorded">
            {mayPlace
              ? 'Record the operation first: the devices were placed in it.'
              : 'Somebody who may place devices records them here.'}
          </EmptyState>
        ) : null}
        {anchor ? <AnchorForm key={anchor.measurementId} caseId={caseId} preview={anchor} /> : null}
        {withdrawing ? (
          <WithdrawEventForm key={withdrawing.eventId} caseId={caseId} draft={withdrawing} />
        ) : null}
        {arm ? <ArmRemovedForm key={arm.deviceId} caseId={caseId} draft={arm} zoneNote={zoneNote} /> : null}
        {open ? (
          <section id="device-form" aria-labelledby="device-form-title" className="grid gap-3">
            <h3 id="device-form-title" className="font-semibold text-base">
              {formTitle(open, rows.length, props.isExchange)}
            </h3>
            {open.kind === 'correct' ? (
              <CorrectDeviceForm key={open.device.id} {...{ caseId, models, zone, zoneNote }} {...open} />
            ) : (
              <PlaceDeviceForm
                key={rows.length}
                {...{ caseId, models, zoneNote, isExchange: props.isExchange }}
                {...open}
              />
            )}
          </section>
        ) : null}
      </div>
    </Section>
  );
}

function formTitle(
  open: NonNullable<DeviceFormsSectionProps['open']>,
  placed: number,
  isExchange: boolean,
): string {
  if (open.kind === 'correct') return `Correct ${open.device.label}`;
  if (isExchange) return 'The new device';
  return placed === 0 ? 'The first device' : 'One more device';
}

type PlacedDeviceProps = {
  row: PlacedDeviceRow;
  href: string | null;
  armHref: string | null;
  anchorHref: string | null;
  withdrawPath: string | null;
};

function PlacedDevice({ row, href, armHref, anchorHref, withdrawPath }: PlacedDeviceProps) {
  return (
    <li id={row.id} className="grid content-start gap-1 border-line border-b py-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">{row.label}</span>
        <span className="text-ink-muted">{row.position}</span>
        {row.isRemoved ? <Badge tone="outline">Removed</Badge> : null}
      </p>
      <dl className="grid grid-cols-[6rem_1fr] gap-x-2 text-sm">
        {row.facts.map(({ term, value, eventId }) => (
          <div key={eventId ?? term} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-muted">{term}</dt>
            <dd className="min-w-0 break-words">
              {value ?? <Unknown>not recorded</Unknown>}
              {eventId === undefined || withdrawPath === null ? null : (
                <>
                  {' '}
                  <TextLink
                    href={`${withdrawPath}?withdraw=${eventId}#withdraw`}
                    data-print="hide"
                    aria-label={`Withdraw: ${row.label}, ${term.toLowerCase()}`}
                  >
                    Withdraw
                  </TextLink>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p data-print="hide" className="flex flex-wrap gap-x-4">
        {anchorHref === null ? null : (
          <TextLink href={anchorHref} aria-label={`Measured gap as base: ${row.label}`}>
            Measured gap as base
          </TextLink>
        )}
        {armHref === null ? null : (
          <TextLink href={armHref} aria-label={`Arm taken off: ${row.label}`}>
            Arm taken off
          </TextLink>
        )}
        {href === null ? null : (
          <TextLink href={href} aria-label={`Correct ${row.label}`}>
            Correct
          </TextLink>
        )}
      </p>
    </li>
  );
}
