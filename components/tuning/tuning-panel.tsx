'use client';

import { type FormEvent, useRef, useState } from 'react';
import { SETTINGS } from '#components/clinic/settings.ts';
import { NumberField } from '#components/forms/text-field.tsx';
import { TOLERANCES } from '#components/protocols/tolerance-fields.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { countTuning, type TuningProgress } from './count-tuning.ts';
import { TuningTable } from './tuning-table.tsx';

const TRIED = [...TOLERANCES, SETTINGS.minIntervalMin, SETTINGS.contactDays, SETTINGS.overdueRemovalDays];

type Values = Readonly<Record<string, string>>;

type TuningPanelProps = {
  /** The defaults of the clinic, and what the address asks to try instead. */
  values: Values;
  asked: Values;
  /** What was counted for the address, and where to go on without scripts; null: it asks for nothing. */
  found: TuningProgress | null;
  nextHref: string | null;
  refusal: string | null;
};

/**
 * Other defaults, tried on the flags of the last month. Nothing is saved; the defaults have a page of their own. The form
 * is an address: without scripts the page counts, with them the figures grow while it is counted.
 */
export function TuningPanel({ values, asked, found, nextHref, refusal }: TuningPanelProps) {
  const [progress, setProgress] = useState(found);
  const [problem, setProblem] = useState(refusal);
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

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <form
        method="get"
        action="/admin/tuning"
        onSubmit={start}
        noValidate
        className="grid gap-4"
        aria-label="Other defaults"
      >
        <Section id="tried" title="Try other defaults">
          <div className="grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-3 xl:grid-cols-5">
            {TRIED.map(({ name, label, unit }) => (
              <NumberField
                key={name}
                name={name}
                label={label}
                unit={unit}
                defaultValue={asked[name] ?? values[name]}
                maxLength={8}
                hint={`Now ${values[name]} ${unit}`}
              />
            ))}
          </div>
        </Section>
        <Button type="submit" variant="primary" className="justify-self-start">
          Count
        </Button>
      </form>
      {problem === null ? null : (
        <Alert level="act" title="It was not counted." role="alert">
          {problem}
        </Alert>
      )}
      {progress === null ? null : (
        <Progress progress={progress} nextHref={nextHref} isFound={progress === found} />
      )}
      <TuningTable tally={progress?.tally ?? null} isOver={progress?.isOver ?? false} />
    </div>
  );
}

type ProgressProps = { progress: TuningProgress; nextHref: string | null; isFound: boolean };

function Progress({ progress: { counted, total, isOver }, nextHref, isFound }: ProgressProps) {
  return (
    <p className="flex flex-wrap items-center gap-3" role="status">
      <progress
        value={counted}
        max={Math.max(1, total)}
        aria-label="Cases counted"
        className="h-2 w-36 appearance-none overflow-hidden rounded-sm border border-line-strong bg-surface [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:bg-accent"
      />
      {counted} of {total} cases counted
      {isOver ? ', that is all' : ''}
      {isFound && nextHref ? (
        <TextLink href={nextHref} prefetch={false}>
          Go on counting
        </TextLink>
      ) : null}
    </p>
  );
}
