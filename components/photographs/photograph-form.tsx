'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { SelectField } from '#components/forms/choice-field.tsx';
import { DateField } from '#components/forms/date-field.tsx';
import { focusSaved } from '#components/forms/focus-saved.ts';
import { FormProvider, type Typed } from '#components/forms/form-context.tsx';
import { FormErrors } from '#components/forms/form-errors.tsx';
import type { FormState } from '#components/forms/form-state.ts';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { typedValues } from '#components/forms/typed-values.ts';
import { markSaved } from '#components/forms/unsaved.ts';
import {
  addressOfKept,
  MOST_PHOTOGRAPH_BYTES,
  PHOTOGRAPH_NOTE_CHARACTERS,
  PHOTOGRAPH_REFUSAL_WORDS,
  type PhotographAnswer,
} from '#lib/schemas/photograph-answer.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { FileField } from './file-field.tsx';
import { sendPhotograph } from './send-photograph.ts';
import type { RefusedPhotograph } from './typed-photograph.ts';

const LABELS = {
  file: 'Photograph',
  takenDay: 'Taken on',
  deviceId: 'Of',
  complicationId: 'Shows',
  note: 'Note',
};
const KEPT = 'The photograph was not kept; what you typed is still here.';

type Refused = Extract<FormState, { status: 'refused' }>;

type PhotographFormProps = {
  caseId: string;
  photographId: string;
  devices: readonly { id: string; label: string }[];
  complications: readonly Choice[];
  /** The complication that it is taken for, with its device. */
  shows: { complicationId: string; deviceId: string | null } | null;
  today: string;
  /** What became of the form when it was sent without scripts. */
  before: RefusedPhotograph | null;
};

/** One photograph. Without scripts the browser sends the form and is led back here; with them its progress is shown. */
export function PhotographForm({ caseId, photographId, today, before, ...said }: PhotographFormProps) {
  const { devices, complications, shows } = said;
  const router = useRouter();
  const formId = useId();
  const [share, setShare] = useState<number | null>(null);
  const [refused, setRefused] = useState<Refused | null>(
    before && refusedState({ kind: 'refused', refusal: before.refusal }),
  );
  const [typed, setTyped] = useState<Typed | null>(before?.typed ?? null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (share !== null) return;
    const element = event.currentTarget;
    const form = new FormData(element);
    const file = form.get('file');
    setTyped(typedValues(form));
    if (!(file instanceof File) || file.size === 0) return refuse({ kind: 'refused', refusal: 'empty' });
    if (file.size > MOST_PHOTOGRAPH_BYTES) return refuse({ kind: 'refused', refusal: 'too-large' });
    setShare(0);
    const answer = await sendPhotograph(caseId, form, setShare);
    setShare(null);
    if (answer.kind !== 'recorded') return refuse(answer);
    markSaved(element);
    focusSaved(element, true);
    const shown = form.get('complicationId');
    router.push(addressOfKept(caseId, typeof shown === 'string' && shown !== '' ? shown : null));
    router.refresh();
  }

  function refuse(answer: Exclude<PhotographAnswer, { kind: 'recorded' }>) {
    setRefused(refusedState(answer));
  }

  return (
    <FormProvider
      value={{ formId, pending: share !== null, errors: refused?.fields ?? {}, typed, labels: LABELS }}
    >
      <form
        method="post"
        encType="multipart/form-data"
        action={`/api/cases/${caseId}/photographs`}
        onSubmit={send}
        noValidate
        data-typed=""
        aria-label="Photograph"
        className="grid max-w-xl gap-4"
      >
        {refused ? <FormErrors state={refused} /> : null}
        <input type="hidden" name="photographId" value={photographId} />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField name="takenDay" label={LABELS.takenDay} defaultValue={today} max={today} />
          <SelectField
            name="deviceId"
            label={LABELS.deviceId}
            options={[
              { value: '', label: 'Whole site' },
              ...devices.map(({ id, label }) => ({ value: id, label })),
            ]}
            defaultValue={shows?.deviceId ?? undefined}
            optional
          />
        </div>
        {complications.length > 0 ? (
          <SelectField
            name="complicationId"
            label={LABELS.complicationId}
            options={[{ value: '', label: 'No complication' }, ...complications]}
            defaultValue={shows?.complicationId}
            optional
          />
        ) : null}
        <TextareaField
          name="note"
          label={LABELS.note}
          rows={2}
          maxLength={PHOTOGRAPH_NOTE_CHARACTERS}
          optional
        />
        <FileField
          name="file"
          label={LABELS.file}
          accept="image/jpeg,image/png"
          hint="JPEG or PNG, up to 15 MB. Place, time and camera are removed from the file."
        />
        <SubmitButton pendingLabel="Sending…" className="justify-self-start">
          Keep the photograph
        </SubmitButton>
        {share === null ? null : (
          <progress
            aria-label="Sent of the photograph"
            value={share}
            max={1}
            className="h-2 w-full accent-accent"
          />
        )}
      </form>
    </FormProvider>
  );
}

function refusedState(answer: Exclude<PhotographAnswer, { kind: 'recorded' }>): Refused {
  const nothing = { status: 'refused' as const, fields: {}, values: {} };
  if (answer.kind === 'failed') return { ...nothing, message: answer.message };
  const { field, sentence } = PHOTOGRAPH_REFUSAL_WORDS[answer.refusal];
  return field === null
    ? { ...nothing, message: `${sentence} ${KEPT}` }
    : { ...nothing, message: KEPT, fields: { [field]: sentence } };
}
