'use client';

import { useMemo, useRef } from 'react';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { readDecision } from '#lib/schemas/decision-preview.ts';
import { judgedCase } from '#lib/view/case-comparison.ts';
import { previewDecision } from '#lib/view/decision-preview.ts';
import { JudgedDecision } from './judged-decision.tsx';
import { useFormData } from './use-form-data.ts';

type DecisionPreviewProps = {
  facts: CaseFacts;
  now: number;
  initial: readonly (readonly [string, string])[];
};

/** What the decision in the form around would do, made anew with each key. */
export function DecisionPreview({ facts, now, initial }: DecisionPreviewProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const data = useFormData(anchor, initial);
  const was = useMemo(() => judgedCase(facts, now), [facts, now]);
  const preview = useMemo(() => {
    const decision = readDecision(data, facts.zone);
    return decision && previewDecision(decision, facts, was);
  }, [data, facts, was]);
  return (
    <div ref={anchor} className="grid min-w-0 gap-3">
      {preview === null ? <p className="text-ink-muted">Choose what was decided, and from when.</p> : null}
      {preview ? <JudgedDecision preview={preview} /> : null}
    </div>
  );
}
