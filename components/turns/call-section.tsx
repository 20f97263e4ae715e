import { Alert } from '#components/ui/alert.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { EntrySlot } from '#lib/view/turn-entry.ts';
import { CallChoice } from './call-choice.tsx';
import { CallForm } from './call-form.tsx';
import { TurnsNav } from './turns-nav.tsx';

type CallSectionProps = {
  caseId: string;
  slots: readonly EntrySlot[];
  zoneNote: string;
  isClosed: boolean;
  hasDevices: boolean;
  days: number;
  withReported: boolean;
  olderOpen: number;
  today: string;
  /** Key of the slot that the address adds. */
  moreKey: string | null;
  /** The call itself is on record already: it led here. */
  isContactRecorded: boolean;
};

/** The form for a phone call, or why there is nothing to fill in. */
export function CallSection(props: CallSectionProps) {
  const { caseId, slots, zoneNote, isClosed, hasDevices, moreKey, isContactRecorded, ...choice } = props;
  return (
    <Section
      title="Phone call"
      id="call"
      detail={`what the family turned${zoneNote}`}
      actions={<TurnsNav caseId={caseId} current="/call" mayRecord />}
    >
      {isClosed ? (
        <Alert level="info" title="This case is closed.">
          Turns cannot be recorded. What was recorded is in the flowsheet.
        </Alert>
      ) : hasDevices ? (
        <div className="grid grid-cols-1 gap-6">
          {isContactRecorded ? (
            <Alert level="done" title="The call is recorded." role="status">
              <p>
                Say here what they turned. <TextLink href="/calls">Back to the calls</TextLink>
              </p>
            </Alert>
          ) : null}
          <CallChoice caseId={caseId} {...choice} />
          {slots.length === 0 ? (
            <EmptyState title="No slot waits for a report">
              Every slot of these days is reported, or none was planned. Show those already reported, or add
              another slot, to record one more turn.
            </EmptyState>
          ) : (
            <CallForm
              caseId={caseId}
              slots={slots}
              today={choice.today}
              withMore={choice.withReported ? 'all' : moreKey}
            />
          )}
        </div>
      ) : (
        <EmptyState
          title="No device is recorded"
          actions={<ButtonLink href={`/cases/${caseId}/devices`}>Record the devices</ButtonLink>}
        >
          Turns belong to a device. Record the devices as they were placed first.
        </EmptyState>
      )}
    </Section>
  );
}
