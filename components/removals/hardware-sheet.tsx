import { ActionForm } from '#components/forms/action-form.tsx';
import { RadioField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import { recordHardwareAction } from '#lib/actions/record-hardware-action.ts';
import { ARM_WORDS, type HardwareRow } from '#lib/view/hardware-rows.ts';

type HardwareSheetProps = {
  caseId: string;
  writeId: string;
  rows: readonly HardwareRow[];
  mayRecord: boolean;
  /** `hardware:` and the id of the device whose form is open. */
  form: unknown;
};

/** What theatre lays out: each device with model, lot, driver, its arm, and what of it stays in. */
export function HardwareSheet({ caseId, writeId, rows, mayRecord, form }: HardwareSheetProps) {
  const open = mayRecord ? rows.find(({ deviceId }) => form === `hardware:${deviceId}`) : undefined;
  return (
    <Section id="hardware" title="Hardware sheet">
      <div className="grid gap-4">
        <TableScroll label="Devices of the case">
          <Table caption="What theatre lays out for each device">
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
                <HardwareLine key={row.deviceId} caseId={caseId} row={row} mayRecord={mayRecord} />
              ))}
            </tbody>
          </Table>
        </TableScroll>
        {open ? (
          <ActionForm
            key={open.deviceId}
            action={recordHardwareAction}
            labels={{ arm: 'Activation arm', staysIn: 'Stays in' }}
            aria-label={`Hardware of ${open.label}`}
            className="max-w-xl"
          >
            <input type="hidden" name="caseId" value={caseId} />
            <input type="hidden" name="id" value={writeId} />
            <input type="hidden" name="deviceId" value={open.deviceId} />
            <RadioField
              name="arm"
              label={`Activation arm of ${open.label}`}
              look="segments"
              options={Object.entries(ARM_WORDS).map(([value, label]) => ({ value, label }))}
              defaultValue={open.armState}
            />
            <TextField
              name="staysIn"
              label="Stays in"
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

function HardwareLine({ caseId, row, mayRecord }: { caseId: string; row: HardwareRow; mayRecord: boolean }) {
  const unknown = <Unknown>not recorded</Unknown>;
  const arm = row.armState === 'unknown' ? unknown : ARM_WORDS[row.armState];
  return (
    <tr>
      <th scope="row">
        {row.label}
        {row.position ? <span className="font-normal text-ink-muted"> {row.position}</span> : null}
      </th>
      <td>{row.model ?? unknown}</td>
      <td>{row.lot ?? unknown}</td>
      <td>{row.driver ?? unknown}</td>
      <td>
        {row.isInPlace ? arm : 'taken out'}
        {row.arm ? <span className="text-ink-muted"> {row.arm}</span> : null}
      </td>
      <td>{row.staysIn ?? (row.isInPlace ? 'nothing said' : '')}</td>
      <td>
        {mayRecord && row.isInPlace ? (
          <TextLink
            href={`/cases/${caseId}/removal?form=hardware:${row.deviceId}#hardware`}
            aria-label={`Change: ${row.label}`}
          >
            Change
          </TextLink>
        ) : null}
      </td>
    </tr>
  );
}
