'use client';

import { useMemo, useRef } from 'react';
import { useForm } from '#components/forms/form-context.tsx';
import { JudgedDecision } from '#components/protocols/judged-decision.tsx';
import { useFormData } from '#components/protocols/use-form-data.ts';
import { VersionPreview } from '#components/protocols/version-preview.tsx';
import { readTurnDecision } from '#lib/schemas/turn-decision-preview.ts';
import { judgedCase } from '#lib/view/case-comparison.ts';
import type { PreviewBase } from '#lib/view/protocol-preview.ts';
import { previewTurns } from '#lib/view/turn-decision-preview.ts';

/** What the decision about the turns in the form around would do: by the functions that save it. */
export function TurnDecisionPreview({ base }: { base: PreviewBase }) {
  const anchor = useRef<HTMLDivElement>(null);
  const { labels } = useForm();
  const data = useFormData(anchor, NOTHING_SAID);
  const read = useMemo(() => readTurnDecision(data), [data]);
  const was = useMemo(() => judgedCase(base.facts, base.now), [base]);
  const preview = useMemo(
    () => (read.kind === 'read' ? previewTurns(read.said, base, was) : null),
    [read, base, was],
  );
  return (
    <div ref={anchor} className="grid min-w-0 gap-3">
      {read.kind === 'undecided' ? (
        <p className="text-ink-muted">Nothing is decided: the plan stays as it is.</p>
      ) : null}
      {read.kind === 'incomplete' ? (
        <p className="text-ink-muted">
          Not complete yet: {read.controls.map((control) => labels[control] ?? control).join(', ')}.
        </p>
      ) : null}
      {preview?.kind === 'unchanged' ? (
        <p className="text-ink-muted">The plan and the curve stay as they are.</p>
      ) : null}
      {preview?.kind === 'version' ? <VersionPreview preview={preview.preview} name={preview.name} /> : null}
      {preview?.kind === 'decision' ? <JudgedDecision preview={preview.preview} /> : null}
    </div>
  );
}

const NOTHING_SAID: readonly (readonly [string, string])[] = [];
