import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OutcomeFilters } from '#lib/view/outcome-filters.ts';

/** Which cases are counted. The choice goes into the address, with or without scripts. */
export function OutcomeFilterForm({ filters }: { filters: OutcomeFilters }) {
  return (
    <form
      action="/outcomes"
      aria-label="Which cases are counted"
      className="mb-6 grid items-end gap-x-4 gap-y-3 print:hidden sm:grid-cols-2 lg:grid-cols-4"
    >
      <Labelled name="from" label="Operated from">
        <DateInput id="outcomes-from" name="from" defaultValue={filters.from} />
      </Labelled>
      <Labelled name="to" label="Operated until">
        <DateInput id="outcomes-to" name="to" defaultValue={filters.to} />
      </Labelled>
      {filters.lists.map(({ name, label, chosen, anything, options }) => (
        <Labelled key={name} name={name} label={label}>
          <Select
            id={`outcomes-${name}`}
            name={name}
            defaultValue={chosen}
            placeholder={anything}
            options={options}
          />
        </Labelled>
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit">Count these</Button>
        {filters.clearHref ? <TextLink href={filters.clearHref}>Count all cases</TextLink> : null}
      </div>
    </form>
  );
}

function Labelled({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={`outcomes-${name}`} className="font-medium">
        {label}
      </label>
      {children}
    </div>
  );
}
