import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { CheckboxField } from '#components/forms/choice-field.tsx';
import { TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { saveRoomAction } from '#lib/actions/save-room-action.ts';
import type { RoomValues, RoomView } from '#lib/view/theatre-plan-view.ts';
import { WEEKDAY_CHOICES } from '#lib/view/weekday-words.ts';

type RoomSectionProps = {
  rooms: readonly RoomView[];
  form: { id: string; values: RoomValues } | null;
};

const LABELS = {
  name: 'Name',
  weekdays: 'Open on',
  opens: 'Opens',
  closes: 'Closes',
  cleaningMin: 'Cleaning',
};

/** The rooms in use, and the form for one. */
export function RoomSection({ rooms, form }: RoomSectionProps) {
  return (
    <Section
      id="rooms"
      title="Rooms"
      actions={
        form ? null : (
          <ButtonLink href="/admin/theatres?room=new#rooms" size="sm">
            Add a room
          </ButtonLink>
        )
      }
    >
      <div className="grid gap-4">
        {rooms.length === 0 ? (
          <EmptyState title="No rooms yet">
            Add the rooms in which removals are done, then the blocks.
          </EmptyState>
        ) : (
          <TableScroll label="List of rooms">
            <Table caption="Rooms in use" stack>
              <thead>
                <tr>
                  <th scope="col">Room</th>
                  <th scope="col">Open on</th>
                  <th scope="col">Hours</th>
                  <th scope="col">Cleaning</th>
                  <th scope="col">
                    <span className="sr-only">Change</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rooms.map(({ id, name, days, hours, cleaning }) => (
                  <tr key={id}>
                    <th scope="row">{name}</th>
                    <td data-label="Open on">{days}</td>
                    <td data-label="Hours">{hours}</td>
                    <td data-label="Cleaning">{cleaning}</td>
                    <td>
                      <TextLink href={`/admin/theatres?room=${id}#rooms`} aria-label={`Change: ${name}`}>
                        Change
                      </TextLink>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
        )}
        {form ? <RoomForm key={form.values.name} id={form.id} values={form.values} /> : null}
      </div>
    </Section>
  );
}

function RoomForm({ id, values }: { id: string; values: RoomValues }) {
  return (
    <ActionForm action={saveRoomAction} labels={LABELS} aria-label="Room" className="max-w-3xl">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={values.version} />
      <TextField
        name="name"
        label={LABELS.name}
        defaultValue={values.name}
        maxLength={60}
        className="max-w-md"
      />
      <CheckboxListField
        name="weekdays"
        label={LABELS.weekdays}
        options={WEEKDAY_CHOICES}
        chosen={values.weekdays}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TimeField name="opens" label={LABELS.opens} defaultValue={values.opens} />
        <TimeField
          name="closes"
          label={LABELS.closes}
          defaultValue={values.closes}
          hint="Not after the opening: on the next day"
        />
        <NumberField
          name="cleaningMin"
          label={LABELS.cleaningMin}
          unit="minutes"
          defaultValue={values.cleaningMin}
        />
      </div>
      {values.version === 0 ? null : (
        <CheckboxField
          name="retired"
          label="Not in use any more"
          hint="Nothing can be booked in it; what is booked stays, and is shown under Removals."
        />
      )}
      <SubmitButton pendingLabel="Saving…" className="justify-self-start">
        Save the room
      </SubmitButton>
    </ActionForm>
  );
}
