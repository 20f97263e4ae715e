'use client';

import { useMemo, useRef } from 'react';
import { useForm } from '#components/forms/form-context.tsx';
import { readPreview } from '#lib/schemas/protocol-preview.ts';
import { judgedCase } from '#lib/view/case-comparison.ts';
import { type PreviewBase, previewVersion } from '#lib/view/protocol-preview.ts';
import { useFormData } from './use-form-data.ts';
import { VersionPreview } from './version-preview.tsx';

type AmendmentPreviewProps = {
  base: PreviewBase;
  initial: readonly (readonly [string, string])[];
  /** `v4`, as the version would be called. */
  name: string;
};

/** What the version in the form around would do, made anew with each key: in the browser, by the functions that save it. */
export function AmendmentPreview({ base, initial, name }: AmendmentPreviewProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const { labels } = useForm();
  const data = useFormData(anchor, initial);
  const read = useMemo(() => readPreview(data), [data]);
  const was = useMemo(() => judgedCase(base.facts, base.now), [base]);
  const preview = useMemo(
    () => (read.kind === 'read' ? previewVersion(read.said, read.rows, base, was) : null),
    [read, base, was],
  );
  return (
    <div ref={anchor} className="grid min-w-0 gap-3">
      {read.kind === 'incomplete' ? (
        <p className="text-ink-muted">
          Not complete yet: {read.controls.map((control) => labels[control] ?? control).join(', ')}.
        </p>
      ) : null}
      {preview ? <VersionPreview preview={preview} name={name} /> : null}
    </div>
  );
}
