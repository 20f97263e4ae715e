import { DateField } from '#components/forms/date-field.tsx';
import { NumberField } from '#components/forms/text-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { counted } from '#lib/view/format-date.ts';

type CallChoiceProps = {
  caseId: string;
  days: number;
  withReported: boolean;
  olderOpen: number;
  today: string;
};

const MORE_DAYS = 14;

/** Which slots the form shows; the choice is in the address. */
export function CallChoice({ caseId, days, withReported, olderOpen, today }: CallChoiceProps) {
  const href = `/cases/${caseId}/turns/call`;
  const address = (more: { days: number; reported: boolean }) =>
    `${href}?days=${more.days}${more.reported ? '&reported=yes' : ''}`;
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <span>
          Shown: slots of the last {counted(days, 'day')}
          {withReported ? ', reported ones too' : ' without a report'}.
        </span>
        {olderOpen > 0 && days < MORE_DAYS ? (
          <TextLink href={address({ days: MORE_DAYS, reported: withReported })}>
            {counted(olderOpen, 'older slot')} without a report: show {MORE_DAYS} days
          </TextLink>
        ) : null}
        <TextLink href={address({ days, reported: !withReported })}>
          {withReported ? 'Hide those already reported' : 'Show those already reported'}
        </TextLink>
      </p>
      <details>
        <summary className="cursor-pointer text-accent underline">Add another slot</summary>
        <form action={href} className="flex flex-wrap items-end gap-4 pt-2">
          <input type="hidden" name="days" value={days} />
          {withReported ? <input type="hidden" name="reported" value="yes" /> : null}
          <DateField name="day" label="Day" defaultValue={today} max={today} />
          <NumberField name="slot" label="Slot" defaultValue="1" pattern="[0-9]{1,2}" />
          <Button type="submit">Show it</Button>
        </form>
      </details>
    </div>
  );
}
