import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Input } from '#components/ui/input.tsx';
import { Section } from '#components/ui/section.tsx';
import { Select } from '#components/ui/select.tsx';
import type { FoundRows, ImplantList } from '#lib/view/implant-rows.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { ImplantTable } from './implant-table.tsx';

type HardwareSearchProps = {
  models: readonly Choice[];
  search: { modelId: string; lot: string; serial: string };
  found: FoundRows | null;
};

/** The search, which is its address, and what it found. */
export function HardwareSearch({ models, search, found }: HardwareSearchProps) {
  return (
    <>
      <search>
        <form action="/hardware" className="grid max-w-4xl items-end gap-4 sm:grid-cols-[2fr_1fr_1fr_auto]">
          <div className="grid gap-1">
            <label htmlFor="modelId" className="font-medium">
              Model
            </label>
            <Select
              id="modelId"
              name="modelId"
              placeholder="Any model"
              options={models}
              defaultValue={search.modelId}
            />
          </div>
          <div className="grid gap-1">
            <label htmlFor="lot" className="font-medium">
              Lot
            </label>
            <Input id="lot" name="lot" defaultValue={search.lot} maxLength={60} />
          </div>
          <div className="grid gap-1">
            <label htmlFor="serial" className="font-medium">
              Serial number
            </label>
            <Input id="serial" name="serial" defaultValue={search.serial} maxLength={60} />
          </div>
          <Button type="submit">Search</Button>
        </form>
      </search>
      {found === null ? null : <Found {...found} />}
    </>
  );
}

/** What is asked for, and apart from it what may be: a label that nobody recorded is no other label. */
function Found({ certain, unclear }: FoundRows) {
  return (
    <>
      <Section title="Devices found" id="found" detail={certain.detail}>
        {certain.rows.length === 0 ? (
          <EmptyState title="No device of this clinic is known to fit">
            Lots and serial numbers are compared whole, in whatever case they were typed. A device whose
            model, lot or serial number nobody recorded is listed apart.
          </EmptyState>
        ) : (
          <Listed title="Devices found" list={certain} />
        )}
      </Section>
      {unclear.rows.length === 0 ? null : (
        <Section title="May be affected: label not recorded" id="unclear" detail={unclear.detail}>
          <p className="mb-3 max-w-prose">
            Nothing on record speaks against these, and the model, lot or serial number that is asked for is
            not on record. Look it up in the report of the operation, and add it to the device.
          </p>
          <Listed title="Devices that may be affected" list={unclear} />
        </Section>
      )}
    </>
  );
}

function Listed({ title, list: { rows, cut } }: { title: string; list: ImplantList }) {
  return (
    <>
      {cut === null ? null : <Alert level="info" title={cut} className="mb-3" />}
      <ImplantTable title={title} rows={rows} />
    </>
  );
}
