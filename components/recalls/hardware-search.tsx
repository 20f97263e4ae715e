import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Input } from '#components/ui/input.tsx';
import { Section } from '#components/ui/section.tsx';
import { Select } from '#components/ui/select.tsx';
import type { ImplantRow } from '#lib/view/implant-rows.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { ImplantTable } from './implant-table.tsx';

type HardwareSearchProps = {
  models: readonly Choice[];
  search: { modelId: string; lot: string; serial: string };
  rows: readonly ImplantRow[] | null;
};

/** The search, which is its address, and what it found. */
export function HardwareSearch({ models, search, rows }: HardwareSearchProps) {
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
      {rows === null ? null : <Found rows={rows} />}
    </>
  );
}

/** What is asked for, and apart from it what may be: a label that nobody recorded is no other label. */
function Found({ rows }: { rows: readonly ImplantRow[] }) {
  const certain = rows.filter(({ isCertain }) => isCertain);
  const unclear = rows.filter(({ isCertain }) => !isCertain);
  return (
    <>
      <Section title="Devices found" id="found" detail={countWords(certain)}>
        {certain.length === 0 ? (
          <EmptyState title="No device of this clinic is known to fit">
            Lots and serial numbers are compared whole, in whatever case they were typed. A device whose
            model, lot or serial number nobody recorded is listed apart.
          </EmptyState>
        ) : (
          <ImplantTable title="Devices found" rows={certain} />
        )}
      </Section>
      {unclear.length === 0 ? null : (
        <Section title="May be affected: label not recorded" id="unclear" detail={countWords(unclear)}>
          <p className="mb-3">
            Nothing on record speaks against these, and the model, lot or serial number that is asked for is
            not on record. Look it up in the report of the operation, and add it to the device.
          </p>
          <ImplantTable title="Devices that may be affected" rows={unclear} />
        </Section>
      )}
    </>
  );
}

function countWords(rows: readonly ImplantRow[]): string {
  return `${rows.length}, of which ${rows.filter(({ isInPlace }) => isInPlace).length} in place`;
}
