import { ActionForm } from '#components/forms/action-form.tsx';
import { SelectField } from '#components/forms/choice-field.tsx';
import { DateField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { Section } from '#components/ui/section.tsx';
import { addAnaesthetistAction } from '#lib/actions/add-anaesthetist-action.ts';
import { addLeaveAction } from '#lib/actions/add-leave-action.ts';
import type { LeaveView } from '#lib/view/theatre-plan-view.ts';
import { RemoveButton } from './remove-button.tsx';

type LeaveSectionProps = {
  leave: readonly LeaveView[];
  people: readonly { value: string; label: string }[];
  today: string;
  leaveId: string;
};

const line = 'flex flex-wrap items-center justify-between gap-2 border-line border-b py-1';

/** Days on which surgeons and anaesthetists are away. */
export function LeaveSection({ leave, people, today, leaveId }: LeaveSectionProps) {
  return (
    <Section id="leave" title="Days away">
      <div className="grid max-w-3xl gap-4">
        {leave.length === 0 ? <p className="text-ink-muted">Nobody is away.</p> : null}
        <ul>
          {leave.map(({ id, who, when, note }) => (
            <li key={id} className={line}>
              <span>
                <strong>{who}</strong> {when} <span className="text-ink-muted">{note}</span>
              </span>
              <RemoveButton id={id} what="leave" name={`${who}, ${when}`} />
            </li>
          ))}
        </ul>
        <ActionForm
          action={addLeaveAction}
          labels={{ whoId: 'Who', firstDay: 'First day', lastDay: 'Last day', note: 'Note' }}
          aria-label="Add days away"
        >
          <input type="hidden" name="id" value={leaveId} />
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField name="whoId" label="Who" placeholder="Choose" options={people} />
            <TextField name="note" label="Note" maxLength={300} optional />
            <DateField name="firstDay" label="First day" min={today} />
            <DateField name="lastDay" label="Last day" min={today} />
          </div>
          <SubmitButton variant="secondary" pendingLabel="Adding…" className="justify-self-start">
            Add days away
          </SubmitButton>
        </ActionForm>
      </div>
    </Section>
  );
}

type AnaesthetistSectionProps = { people: readonly { id: string; name: string }[]; anaesthetistId: string };

/** Anaesthetists who can be booked: names that the clinic keeps. */
export function AnaesthetistSection({ people, anaesthetistId }: AnaesthetistSectionProps) {
  return (
    <Section id="anaesthetists" title="Anaesthetists">
      <div className="grid max-w-3xl gap-4">
        {people.length === 0 ? (
          <p className="text-ink-muted">None yet. A removal can be booked without one.</p>
        ) : null}
        <ul>
          {people.map(({ id, name }) => (
            <li key={id} className={line}>
              {name}
              <RemoveButton id={id} what="anaesthetist" name={name} />
            </li>
          ))}
        </ul>
        <ActionForm action={addAnaesthetistAction} labels={{ name: 'Name' }} aria-label="Add an anaesthetist">
          <input type="hidden" name="id" value={anaesthetistId} />
          <TextField name="name" label="Name" maxLength={120} className="max-w-md" />
          <SubmitButton variant="secondary" pendingLabel="Adding…" className="justify-self-start">
            Add an anaesthetist
          </SubmitButton>
        </ActionForm>
      </div>
    </Section>
  );
}
