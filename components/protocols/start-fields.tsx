import { DateField } from '#components/forms/date-field.tsx';
import { NumberField } from '#components/forms/text-field.tsx';
import type { ProtocolDraft } from '#lib/view/protocol-form.ts';
import { DefaultNote } from './default-note.tsx';

type StartFieldsProps = { draft: ProtocolDraft; latencyDays: number };

/** From which session a version holds, and what ends the turning besides the amounts. */
export function StartFields({ draft: { kind, values, defaults }, latencyDays }: StartFieldsProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
      <DateField
        name="fromDay"
        label="Starts on"
        defaultValue={values.fromDay}
        hint={
          kind === 'first' ? (
            <>
              Operation + latency of {latencyDays} days;{' '}
              <DefaultNote name="fromDay" value={defaults.fromDay ?? ''} initial={values.fromDay ?? ''} />
            </>
          ) : (
            'Earlier slots stay as they were planned'
          )
        }
      />
      <NumberField
        name="fromSlot"
        label="with slot"
        defaultValue={values.fromSlot}
        hint="Number of the first slot that day"
        maxLength={2}
      />
      <DateField
        name="lastDay"
        label="Last day"
        defaultValue={values.lastDay}
        hint="Nothing is planned after it"
        optional
      />
      <DateField
        name="stopVisitDay"
        label="Until the visit on"
        defaultValue={values.stopVisitDay}
        hint="Whichever comes first: amount, last day or visit"
        optional
      />
    </div>
  );
}
