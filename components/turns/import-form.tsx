'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { focusSaved } from '#components/forms/focus-saved.ts';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { type ImportAnswer, MOST_IMPORT_BYTES } from '#lib/schemas/turn-import-answer.ts';
import { ImportPreview } from './import-preview.tsx';
import { sendImport } from './send-import.ts';

type Checked = { name: string; bytes: ArrayBuffer; answer: Exclude<ImportAnswer, { kind: 'recorded' }> };

const tooLarge: ImportAnswer = {
  kind: 'refused',
  message: `The file is larger than ${MOST_IMPORT_BYTES / 1024 / 1024} MB, so it was not sent. Split it and import the parts.`,
};
const unreadable: ImportAnswer = {
  kind: 'refused',
  message: 'The file could not be read: it was moved or changed. Choose it again.',
};

/** A file of turns: checked first, recorded only when confirmed. Holds the bytes, so that both are the same file. */
export function ImportForm({ caseId }: { caseId: string }) {
  const router = useRouter();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [busy, setBusy] = useState<'checking' | 'recording' | null>(null);
  const result = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (checked) result.current?.focus();
  }, [checked]);

  async function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (busy || !(file instanceof File)) return;
    setBusy('checking');
    const bytes = file.size > MOST_IMPORT_BYTES ? null : await file.arrayBuffer().catch(() => undefined);
    const answer =
      bytes === null ? tooLarge : bytes === undefined ? unreadable : await sendImport(caseId, bytes, null);
    setBusy(null);
    if (answer.kind !== 'recorded') {
      setChecked({ name: file.name, bytes: bytes ?? new ArrayBuffer(0), answer });
    }
  }

  async function confirm() {
    if (busy || checked?.answer.kind !== 'preview') return;
    setBusy('recording');
    const answer = await sendImport(caseId, checked.bytes, checked.answer.hash);
    if (answer.kind === 'recorded') {
      if (result.current) focusSaved(result.current, true);
      router.push(`/cases/${caseId}/turns?saved=${answer.recorded}`);
      router.refresh();
      return;
    }
    setBusy(null);
    setChecked({ ...checked, answer });
  }

  return (
    <div className="grid grid-cols-1 gap-6">
      <form onSubmit={check} className="flex flex-wrap items-end gap-4">
        <label className="grid gap-1">
          <span className="font-medium">CSV file</span>
          <input
            type="file"
            name="file"
            accept=".csv,text/csv,text/plain"
            required
            onChange={() => setChecked(null)}
            className="max-w-full rounded-md border border-line-strong p-1 file:mr-3 file:rounded-sm file:border-0 file:bg-surface-sunk file:px-2 file:py-1 file:text-ink"
          />
        </label>
        <Button type="submit" variant="primary" pending={busy === 'checking'}>
          {busy === 'checking' ? 'Checking…' : 'Check the file'}
        </Button>
      </form>
      {checked ? (
        <div ref={result} tabIndex={-1} className="outline-offset-4">
          {checked.answer.kind === 'refused' ? (
            <Alert level="act" word="Error" role="alert" title={checked.answer.message}>
              Nothing was recorded from {checked.name}.
            </Alert>
          ) : (
            <ImportPreview
              name={checked.name}
              lines={checked.answer.lines}
              problems={checked.answer.problems}
              caseId={caseId}
              recording={busy === 'recording'}
              onConfirm={confirm}
            />
          )}
        </div>
      ) : null}
    </div>
  );
}
