import { RadioField, SelectField } from '#components/forms/choice-field.tsx';
import { TimeField } from '#components/forms/date-field.tsx';
import { NumberField } from '#components/forms/text-field.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { RESISTANCES } from '#lib/domain/turn/report.ts';
import { rowText } from '#lib/schemas/turn-row.ts';
import type { AlreadyThere, EntryRow, EntrySlot } from '#lib/view/turn-entry.ts';
import { BACK_HINT, RESISTANCE_WORDS } from '#lib/view/turn-words.ts';
import { outcomeOptions } from './outcome-options.ts';

const UNSAID = { value: '', label: 'Not said' };
const PLANNED_OPTIONS = [UNSAID, ...outcomeOptions()];
const UNPLANNED_OPTIONS = [UNSAID, ...outcomeOptions(['done', 'partial', 'skipped'])];
const SECOND_OPTIONS = [UNSAID, { value: 'extra', label: 'One more turn' }];

type CallSlotProps = {
  slot: EntrySlot;
  isToday: boolean;
  caseId: string;
  /** Also offers one more turn where a report is there already. */
  withMore: boolean;
};

/** One slot of the call: a row for each device. */
export function CallSlot({ slot, isToday, caseId, withMore }: CallSlotProps) {
  return (
    <fieldset className="grid grid-cols-1 gap-x-6 gap-y-3 border-line border-t pt-3 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <legend className="sr-only">{slot.when}</legend>
      <div className="grid content-start gap-2">
        <p aria-hidden="true" className="font-semibold">
          {slot.when} {isToday ? <Badge tone="accent">today</Badge> : null}
        </p>
        <TimeField name={`time.${slot.key}`} label="Turned at" optional />
      </div>
      <div className="grid grid-cols-1 content-start gap-3">
        {slot.rows.map((row) =>
          row.already && !row.already.isFresh && !withMore ? (
            <ReportedRow key={row.key} row={row} already={row.already} caseId={caseId} />
          ) : (
            <CallRow key={row.key} slot={slot} row={row} caseId={caseId} />
          ),
        )}
      </div>
    </fieldset>
  );
}

function ReportedRow({ row, already, caseId }: { row: EntryRow; already: AlreadyThere; caseId: string }) {
  return (
    <p className="border-line border-l-3 pl-3">
      <span className="font-medium">{row.label}</span>{' '}
      <span className="text-ink-muted">is reported already: {already.words}.</span>{' '}
      <TextLink href={`/cases/${caseId}/turns?at=${row.key}`}>Correct it</TextLink>
    </p>
  );
}

function CallRow({ slot, row, caseId }: { slot: EntrySlot; row: EntryRow; caseId: string }) {
  const { key, already, expectedCenti, label } = row;
  const options = already ? SECOND_OPTIONS : expectedCenti === 0 ? UNPLANNED_OPTIONS : PLANNED_OPTIONS;
  return (
    <div
      data-planned={already === null && expectedCenti !== 0 ? '' : undefined}
      className="grid grid-cols-2 items-start gap-x-4 gap-y-2 border-line border-l-3 pl-3 lg:grid-cols-[minmax(0,1fr)_9.5rem_9rem]"
    >
      <input
        type="hidden"
        name="row"
        value={rowText({ ...row, slot: String(row.slot), minute: slot.minute })}
      />
      <RadioField
        name={`outcome.${key}`}
        label={
          <>
            {label}{' '}
            <span className="font-normal text-ink-muted">
              {row.plannedAmount === '' ? row.planned : `planned ${row.planned}`}
            </span>
          </>
        }
        hint={
          already ? (
            <>
              Reported already: {already.words}.{' '}
              <TextLink href={`/cases/${caseId}/turns?at=${key}`}>Correct it</TextLink>
            </>
          ) : undefined
        }
        options={options}
        defaultValue=""
        look="segments"
        className="col-span-2 lg:col-span-1"
      />
      <NumberField
        name={`amount.${key}`}
        label="Actuations"
        placeholder={row.plannedAmount === '' || already ? '' : `(${row.plannedAmount})`}
        aria-label={`${label}, ${slot.when}: actuations`}
        hint={expectedCenti < 0 ? BACK_HINT : undefined}
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
