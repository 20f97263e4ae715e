'use client';

import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { Input } from '#components/ui/input.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import type { Acknowledged } from './use-acknowledge-key.ts';

type AcknowledgedLineProps = { said: Acknowledged; onDismiss: () => void };

/**
 * What was acknowledged, and room to take it back or to add to it; who goes on needs nothing of it. Who leaves it is
 * back at the line.
 */
export function AcknowledgedLine({ said, onDismiss }: AcknowledgedLineProps) {
  const { caseId, words, undo, add } = said;
  const toLine = () => document.querySelector<HTMLElement>(`[data-case="${caseId}"] a`)?.focus();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2 py-1.5">
      <p className="min-w-0 basis-full xl:basis-auto">{words}</p>
      {add ? <AdditionForm add={add} toLine={toLine} /> : null}
      {undo ? (
        <Button
          size="sm"
          onClick={() => {
            toLine();
            void undo();
          }}
        >
          Undo
        </Button>
      ) : null}
      <Button
        size="sm"
        variant="quiet"
        onClick={() => {
          toLine();
          onDismiss();
        }}
      >
        Close
      </Button>
    </div>
  );
}

type AdditionFormProps = { add: NonNullable<Acknowledged['add']>; toLine: () => void };

function AdditionForm({ add, toLine }: AdditionFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const text = (name: string) => String(typed.get(name) ?? '').trim();
    const addition = { note: text('note'), untilDay: text('untilDay') };
    if (addition.note === '' && addition.untilDay === '') return;
    setSaving(true);
    const obstacle = await add(addition);
    if (obstacle === null && (form.contains(document.activeElement) || !form.isConnected)) toLine();
    setProblem(obstacle);
    setSaving(false);
  }
  function leave(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) toLine();
  }
  return (
    <form
      onSubmit={save}
      onKeyDown={leave}
      data-typed=""
      aria-label="Add to what you acknowledged"
      className="flex min-w-0 grow flex-wrap items-center gap-x-3 gap-y-1"
    >
      <span className="flex min-w-0 grow items-center gap-2">
        <span aria-hidden="true" className="whitespace-nowrap">
          Note <Kbd>n</Kbd>
        </span>
        <Input
          name="note"
          aria-label="Note"
          aria-keyshortcuts="n"
          maxLength={1000}
          data-acknowledged-note=""
          onInput={(event) => event.currentTarget.setCustomValidity('')}
          className="min-w-40 grow"
        />
      </span>
      <span className="flex items-center gap-2">
        <span aria-hidden="true">Until</span>
        <DateInput name="untilDay" aria-label="Until" />
      </span>
      <Button size="sm" type="submit" pending={isSaving}>
        Add
      </Button>
      {problem ? <p className="basis-full font-medium text-act">{problem}</p> : null}
    </form>
  );
}
