import { DateField } from '#components/forms/date-field.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import type { EntrySlot } from '#lib/view/turn-entry.ts';
import { SheetForm } from './sheet-form.tsx';
import type { SheetDevice } from './sheet-grid.tsx';
import { TurnsNav } from './turns-nav.tsx';

type SheetSectionProps = {
  caseId: string;
  slots: readonly EntrySlot[];
  devices: readonly SheetDevice[];
  zoneNote: string;
  isClosed: boolean;
  hasProtocol: boolean;
  today: string;
  from: string;
  days: number;
  earlier: string | null;
  later: string | null;
};

/** The grid for a paper sheet, and which days of it are shown. */
export function SheetSection(props: SheetSectionProps) {
  const { caseId, slots, devices, zoneNote, isClosed, hasProtocol, today } = props;
  return (
    <Section
      title="Paper sheet"
      id="sheet"
      detail={`what the family wrote down${zoneNote}`}
      actions={<TurnsNav caseId={caseId} current="/sheet" mayRecord />}
    >
      {isClosed ? (
        <Alert level="info" title="This case is closed.">
          Turns cannot be recorded. What was recorded is in the flowsheet.
        </Alert>
      ) : hasProtocol ? (
        <div className="grid grid-cols-1 gap-4">
          <SheetDays {...props} />
          <SheetGrammar
            withBack={slots.some(({ rows }) => rows.some(({ expectedCenti }) => expectedCenti < 0))}
          />
          {slots.length === 0 ? (
            <EmptyState title="No slot in these days">
              The protocol plans nothing in them. Choose other days above; a turn outside the plan goes into
              the phone call form.
            </EmptyState>
          ) : (
            <SheetForm
              key={`${props.from} ${props.days}`}
              caseId={caseId}
              slots={slots}
              devices={devices}
              today={today}
            />
          )}
        </div>
      ) : (
        <EmptyState
          title="No protocol yet"
          actions={<ButtonLink href={`/cases/${caseId}/protocol?write=next`}>Write the protocol</ButtonLink>}
        >
          The grid shows the slots of the protocol. Write the first protocol, or record single turns in the
          phone call form.
        </EmptyState>
      )}
    </Section>
  );
}

function SheetDays({ caseId, from, days, earlier, later, today }: SheetSectionProps) {
  const href = `/cases/${caseId}/turns/sheet`;
  return (
    <form action={href} className="flex flex-wrap items-end gap-4">
      <DateField
        key={from}
        name="from"
        label={`${days} days from`}
        defaultValue={from}
        max={today}
        className="w-64"
      />
      <input type="hidden" name="days" value={days} />
      <Button type="submit">Show</Button>
      {earlier ? (
        <ButtonLink href={`${href}?from=${earlier}&days=${days}`} variant="quiet">
          Earlier
        </ButtonLink>
      ) : null}
      {later ? (
        <ButtonLink href={`${href}?from=${later}&days=${days}`} variant="quiet">
          Later
        </ButtonLink>
      ) : null}
    </form>
  );
}

const GRAMMAR = [
  ['empty', 'nothing recorded'],
  ['1, 0.5, 1/2', 'actuations'],
  ['x', 'skipped'],
  ['?', 'not sure'],
  ['n', 'could not engage'],
  ['-1', 'wrong way'],
] as const;

const BACK_GRAMMAR = [
  ['1 or -1 where (-1) is planned', 'turned back, as planned'],
  ['+1 there', 'wrong way'],
] as const;

function SheetGrammar({ withBack }: { withBack: boolean }) {
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label="What to write in a cell">
      {(withBack ? [...GRAMMAR, ...BACK_GRAMMAR] : GRAMMAR).map(([sign, meaning]) => (
        <div key={sign} className="flex gap-1.5">
          <dt className="font-medium font-mono">{sign}</dt>
          <dd className="text-ink-muted">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
