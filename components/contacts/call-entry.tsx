'use client';

import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { ActionForm } from '#components/forms/action-form.tsx';
import { recordContactAction } from '#lib/actions/record-contact-action.ts';
import { useRecordedCall } from './recorded-call.ts';

type CallEntryProps = {
  caseId: string;
  name: string;
  mrn: string;
  /** The id of the next contact; another one each time that the list is read. */
  contactId: string;
  labels: Record<string, string>;
  children: ReactNode;
};

const never = () => () => undefined;

/**
 * The form of one line. It keeps its id until its call is recorded, so that a call sent twice is one even when the list
 * was read again in between; it is emptied then, and stays in the place while the others are left alone.
 */
export function CallEntry({ caseId, name, mrn, contactId, labels, children }: CallEntryProps) {
  const tell = useRecordedCall();
  const [id, setId] = useState({ value: contactId, isSpent: false });
  if (id.isSpent && id.value !== contactId) setId({ value: contactId, isSpent: false });
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <ActionForm
      action={recordContactAction}
      labels={labels}
      aria-label={`Call for ${name}, MRN ${mrn}`}
      className="content-start gap-2!"
      resetOnSaved
      onSaved={({ message = 'Saved.', to = '' }) => {
        setId(({ value }) => ({ value, isSpent: true }));
        tell({ caseId, name, words: message, href: to });
      }}
    >
      <input type="hidden" name="contactId" value={id.value} />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="kind" value="call" />
      <input type="hidden" name="from" value={isLive ? 'open-calls' : 'calls'} />
      {children}
    </ActionForm>
  );
}
