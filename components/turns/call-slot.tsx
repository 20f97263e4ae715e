import { RadioField, SelectField } from '#components/forms/choice-field.tsx';
import { TimeField } from '#components/forms/date-field.tsx';
import { NumberField } from '#components/forms/text-field.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { RESISTANCES } from '#lib/domain/turn/report.ts';
import { rowText } from '#lib/schemas/turn-row.ts';
import type { EntryRow, EntrySlot } from '#lib/view/turn-entry.ts';
import { RESISTANCE_WORDS } from '#lib/view/turn-words.ts';
import { outcomeOptions } from './outcome-options.ts';

const UNSAID = { value: '', label: 'Not said' };
const PLANNED_OPTIONS = [UNSAID, ...outcomeOptions()];
const UNPLANNED_OPTIONS = [UNSAID, ...outcomeOptions(['done', 'partial', 'skipped'])];
const SECOND_OPTIONS = [
  UNSAID,
  ...outcomeOptions(['done', 'partial', 'skipped', 'not-sure', 'could-not-engage', 'wrong-way']),
];

type CallSlotProps = { slot: EntrySlot; isToday: boolean; caseId: string };

/** One slot of the call: a row for each device. */
export function CallSlot({ slot, isToday, caseId }: CallSlotProps) {
  return (
    <fieldset className="grid gap-3 border-line border-t pt-3">
      <legend className="float-left pt-3 font-semibold">
        {slot.when} {isToday ? <Badge tone="accent">today</Badge> : null}
      </legend>
      <TimeField
        name={`time.${slot.key}`}
        label="Turned at"
        hint={
          slot.time === null
            ? 'Time of that day'
            : 'If it was said. More than six hours before the slot counts as the next day.'
        }
        optional
      />
      {slot.rows.map((row) => (
        <CallRow key={row.key} slot={slot} row={row} caseId={caseId} />
      ))}
    </fieldset>
  );
}

function CallRow({ slot, row, caseId }: { slot: EntrySlot; row: EntryRow; caseId: string }) {
  const { key, already, expectedCenti } = row;
  const options = already ? SECOND_OPTIONS : expectedCenti === 0 ? UNPLANNED_OPTIONS : PLANNED_OPTIONS;
  return (
    <div
      data-planned={already === null && expectedCenti !== 0 ? '' : undefined}
      className="grid gap-x-4 gap-y-2 border-line border-l-3 pl-3 lg:grid-cols-[minmax(0,1fr)_9rem_9rem]"
    >
      <input
        type="hidden"
        name="row"
        value={rowText({ ...row, slot: String(row.slot), minute: slot.minute })}
      />
      <RadioField
        name={`outcome.${key}`}
        label={row.label}
        hint={
          already ? (
            <>
              Already reported: {already.words}.{' '}
              <TextLink href={`/cases/${caseId}/turns?at=${key}`}>Correct it</TextLink> or record one more
              turn as extra.
            </>
          ) : (
            `Planned: ${row.planned}`
          )
        }
        options={options}
        defaultValue=""
        look="segments"
      />
      <NumberField
        name={`amount.${key}`}
        label="Actuations"
        hint={row.plannedAmount === '' ? '1, 0.5 or 1/3' : `empty: ${row.plannedAmount}`}
        optional
      />
      <SelectField
        name={`resistance.${key}`}
        label="Resistance"
        options={RESISTANCES.map((value) => ({ value, label: RESISTANCE_WORDS[value] }))}
        defaultValue="unknown"
      />
    </div>
  );
}
