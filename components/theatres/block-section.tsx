import { ActionForm } from '#components/forms/action-form.tsx';
import { SelectField } from '#components/forms/choice-field.tsx';
import { DateField, TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { addBlockAction } from '#lib/actions/add-block-action.ts';
import { changeBlockDayAction } from '#lib/actions/change-block-day-action.ts';
import type { BlockView } from '#lib/view/theatre-plan-view.ts';
import { WEEKDAY_CHOICES } from '#lib/view/weekday-words.ts';
import { RemoveButton } from './remove-button.tsx';

type Choice = { value: string; label: string };

type BlockSectionProps = {
  blocks: readonly BlockView[];
  choices: readonly Choice[];
  surgeons: readonly Choice[];
  rooms: readonly Choice[];
  today: string;
  ids: { block: string; day: string };
  /** Which form the address opens: `block` or `day`. */
  form: unknown;
};

/** The surgeons’ blocks, the form for another, and the form for a day that is other than usual. */
export function BlockSection(props: BlockSectionProps) {
  const { blocks, choices, surgeons, rooms, today, ids, form } = props;
  const mayChangeDay = choices.length > 0;
  return (
    <Section
      id="blocks"
      title="Surgeons’ blocks"
      actions={
        <>
          {form === 'block' ? null : (
            <ButtonLink href="/admin/theatres?form=block#blocks" size="sm">
              Add a block
            </ButtonLink>
          )}
          {form === 'day' || !mayChangeDay ? null : (
            <ButtonLink href="/admin/theatres?form=day#blocks" size="sm">
              Change one day
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        {blocks.length === 0 ? (
          <EmptyState title="No blocks yet">
            Free times are looked for in the blocks: give each surgeon the days and hours in a room.
          </EmptyState>
        ) : (
          <TableScroll label="List of blocks">
            <Table caption="Blocks, Monday first" stack>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Surgeon</th>
                  <th scope="col">Room</th>
                  <th scope="col">Other than usual</th>
                  <th scope="col">
                    <span className="sr-only">Remove</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {blocks.map(({ id, when, surgeon, room, since, exceptions }) => (
                  <tr key={id}>
                    <th scope="row">
                      {when} <span className="font-normal text-ink-muted">{since}</span>
                    </th>
                    <td data-label="Surgeon">{surgeon}</td>
                    <td data-label="Room">{room}</td>
                    <td data-label="Unusual">{exceptions.join('; ')}</td>
                    <td>
                      <RemoveButton id={id} what="block" name={`${when}, ${surgeon}`} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
        )}
        {form === 'block' ? (
          <ActionForm
            action={addBlockAction}
            labels={{
              surgeonId: 'Surgeon',
              roomId: 'Room',
              weekday: 'Weekday',
              from: 'From',
              until: 'Until',
            }}
            aria-label="Add a block"
            className="max-w-3xl"
          >
            <input type="hidden" name="id" value={ids.block} />
            <div className="grid gap-4 sm:grid-cols-3">
              <SelectField name="surgeonId" label="Surgeon" placeholder="Choose" options={surgeons} />
              <SelectField name="roomId" label="Room" placeholder="Choose" options={rooms} />
              <SelectField name="weekday" label="Weekday" placeholder="Choose" options={WEEKDAY_CHOICES} />
              <TimeField name="from" label="From" defaultValue="07:30" />
              <TimeField
                name="until"
                label="Until"
                defaultValue="13:00"
                hint="Not after the start: on the next day"
              />
              <div />
              <DateField name="firstDay" label="First day" defaultValue={today} />
              <DateField name="lastDay" label="Last day" hint="Left empty: until it is removed" optional />
            </div>
            <SubmitButton pendingLabel="Adding…" className="justify-self-start">
              Add the block
            </SubmitButton>
          </ActionForm>
        ) : null}
        {form === 'day' && mayChangeDay ? (
          <ActionForm
            action={changeBlockDayAction}
            labels={{ blockId: 'Block', day: 'Day', from: 'From', until: 'Until', reason: 'Reason' }}
            aria-label="Change one day of a block"
            className="max-w-3xl"
          >
            <input type="hidden" name="id" value={ids.day} />
            <SelectField name="blockId" label="Block" placeholder="Choose" options={choices} />
            <div className="grid gap-4 sm:grid-cols-3">
              <DateField name="day" label="Day" defaultValue={today} min={today} />
              <TimeField name="from" label="From" hint="Both left empty: no block that day" optional />
              <TimeField name="until" label="Until" optional />
            </div>
            <TextField name="reason" label="Reason" maxLength={300} />
            <SubmitButton pendingLabel="Saving…" className="justify-self-start">
              Change the day
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </Section>
  );
}
