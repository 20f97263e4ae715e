import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import { recordHardwareAction } from '#lib/actions/record-hardware-action.ts';
import type { HardwareRow } from '#lib/view/hardware-rows.ts';

type HardwareSheetProps = {
  caseId: string;
  writeId: string;
  rows: readonly HardwareRow[];
  mayRecord: boolean;
  /** Where it is recorded that an arm was taken off; null: not by the reader. */
  armPath: string | null;
  /** `hardware:` and the id of the device whose form is open. */
  form: unknown;
};

/** What theatre lays out: each device with model, lot, driver, its arm, and what of it stays in. */
export function HardwareSheet(props: HardwareSheetProps) {
  const { caseId, writeId, rows, mayRecord, armPath, form } = props;
  const open = mayRecord ? rows.find(({ deviceId }) => form === `hardware:${deviceId}`) : undefined;
  return (
    <Section id="hardware" title="Hardware sheet">
      <div className="grid gap-4">
        <TableScroll label="Devices of the case">
          <Table caption="What theatre lays out for each device" stack>
            <thead>
              <tr>
                <th scope="col">Device</th>
                <th scope="col">Model</th>
                <th scope="col">Lot, serial</th>
                <th scope="col">Driver</th>
                <th scope="col">Arm</th>
                <th scope="col">Stays in</th>
                <th scope="col">
                  <span className="sr-only">Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <HardwareLine
                  key={row.deviceId}
                  caseId={caseId}
                  row={row}
                  mayRecord={mayRecord}
                  armPath={armPath}
                />
              ))}
            </tbody>
          </Table>
        </TableScroll>
        {open ? (
          <ActionForm
            key={open.deviceId}
            action={recordHardwareAction}
            labels={{ staysIn: 'Stays in' }}
            aria-label={`Hardware of ${open.label}`}
            className="max-w-xl"
          >
            <input type="hidden" name="caseId" value={caseId} />
            <input type="hidden" name="id" value={writeId} />
            <input type="hidden" name="deviceId" value={open.deviceId} />
            <TextField
              name="staysIn"
              label={`Stays in of ${open.label}`}
              hint="Footplates that resorb, screws that are left on purpose"
              maxLength={300}
              defaultValue={open.staysIn ?? undefined}
              optional
            />
            <SubmitButton pendingLabel="Saving…" className="justify-self-start">
              Save
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </Section>
  );
}

type HardwareLineProps = Pick<HardwareSheetProps, 'caseId' | 'mayRecord' | 'armPath'> & { row: HardwareRow };

function HardwareLine({ caseId, row, mayRecord, armPath }: HardwareLineProps) {
  const unknown = <Unknown>not recorded</Unknown>;
  return (
    <tr>
      <th scope="row">
        {row.label}
        {row.position ? <span className="font-normal text-ink-muted"> {row.position}</span> : null}
      </th>
      <td data-label="Model" className="min-w-40">
        {row.model ?? unknown}
      </td>
      <td data-label="Lot, serial">{row.lot ?? unknown}</td>
      <td data-label="Driver">{row.driver ?? unknown}</td>
      <td data-label="Arm">
        {row.isInPlace ? (row.armWords ?? unknown) : 'taken out'}
        {row.arm ? <p className="text-ink-muted text-sm">{row.arm}</p> : null}
        {row.armNote ? <p className="text-ink-muted text-sm">{row.armNote}</p> : null}
      </td>
      <td data-label="Stays in">
        {row.staysIn ?? (row.isInPlace ? <span className="text-ink-muted">nothing said</span> : '')}
      </td>
      <td className="whitespace-nowrap">
        <div className="grid gap-2">
          {mayRecord && row.isInPlace ? (
            <TextLink
              href={`/cases/${caseId}/removal?form=hardware:${row.deviceId}#hardware`}
              aria-label={`What stays in: ${row.label}`}
            >
              What stays in
            </TextLink>
          ) : null}
          {armPath !== null && row.isArmOn ? (
            <TextLink
              href={`${armPath}?arm=${row.deviceId}#arm-form`}
              aria-label={`Arm taken off: ${row.label}`}
            >
              Arm taken off
            </TextLink>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
