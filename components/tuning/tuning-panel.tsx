'use client';

import { type FormEvent, useRef, useState } from 'react';
import { SETTINGS } from '#components/clinic/settings.ts';
import { NumberField } from '#components/forms/text-field.tsx';
import { TOLERANCES } from '#components/protocols/tolerance-fields.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import type { Tally } from '#lib/domain/tuning/tally.ts';
import { countTuning, type TuningProgress } from './count-tuning.ts';
import { TuningTable } from './tuning-table.tsx';

const TRIED = [...TOLERANCES, SETTINGS.minIntervalMin, SETTINGS.contactDays, SETTINGS.overdueRemovalDays];

/** Other defaults, tried on the flags of the last month. Nothing is saved; the defaults have a page of their own. */
export function TuningPanel({ values }: { values: Readonly<Record<string, string>> }) {
  const [progress, setProgress] = useState<TuningProgress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);

  async function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    running.current?.abort();
    const run = new AbortController();
    running.current = run;
    setProblem(null);
    setProgress(null);
    const form = new FormData(event.currentTarget);
    const answer = await countTuning(form, run.signal, setProgress);
    if (!run.signal.aborted) setProblem(answer);
  }

  const tally: Tally | null = progress?.tally ?? null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <form onSubmit={start} noValidate className="grid gap-4" aria-label="Other defaults">
        <Section id="tried" title="Try other defaults">
          <div className="grid gap-x-8 gap-y-4 sm:grid-cols-3 xl:grid-cols-5">
            {TRIED.map(({ name, label, unit }) => (
              <NumberField
                key={name}
                name={name}
                label={label}
                unit={unit}
                defaultValue={values[name]}
                maxLength={8}
                hint={`Now ${values[name]} ${unit}`}
              />
            ))}
          </div>
        </Section>
        <Button type="submit" variant="primary" className="justify-self-start">
          Count
        </Button>
        <noscript>Counting needs JavaScript in the browser.</noscript>
      </form>
      {problem === null ? null : (
        <Alert level="act" title="It was not counted." role="alert">
          {problem}
        </Alert>
      )}
      {progress === null ? null : (
        <p className="flex flex-wrap items-center gap-3" role="status">
          <progress value={progress.counted} max={Math.max(1, progress.total)} aria-label="Cases counted" />
          {progress.counted} of {progress.total} open cases counted
          {progress.isOver ? ', that is all' : ''}
        </p>
      )}
      <TuningTable tally={tally} isOver={progress?.isOver ?? false} />
    </div>
  );
}
