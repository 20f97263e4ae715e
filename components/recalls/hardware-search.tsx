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
  const inPlace = rows?.filter((row) => row.isInPlace).length ?? 0;
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
      {rows === null ? null : (
        <Section title="Devices found" id="found" detail={`${rows.length}, of which ${inPlace} in place`}>
          {rows.length === 0 ? (
            <EmptyState title="No device of this clinic fits">
              Lots and serial numbers are compared whole, in whatever case they were typed. A device whose lot
              nobody recorded is not found by it: search by its model as well.
            </EmptyState>
          ) : (
            <ImplantTable rows={rows} />
          )}
        </Section>
      )}
    </>
  );
}
