'use client';

import { lazy, Suspense } from 'react';
import { Spinner } from '#components/ui/spinner.tsx';
import type { AmendmentPreviewProps } from './amendment-preview.tsx';
import type { DecisionPreviewProps } from './decision-preview.tsx';

// The rules of the domain and the drawing are sent to the browser here alone, and after the form.
const Amendment = lazy(() =>
  import('./amendment-preview.tsx').then(({ AmendmentPreview }) => ({ default: AmendmentPreview })),
);
const Decision = lazy(() =>
  import('./decision-preview.tsx').then(({ DecisionPreview }) => ({ default: DecisionPreview })),
);

const laying = (
  <p className="flex items-center gap-2 text-ink-muted">
    <Spinner /> Laying out the preview…
  </p>
);

/** The preview of a version, in its form. */
export function LiveAmendment(props: AmendmentPreviewProps) {
  return (
    <Suspense fallback={laying}>
      <Amendment {...props} />
    </Suspense>
  );
}

/** The preview of a decision about the course, in its form. */
export function LiveDecision(props: DecisionPreviewProps) {
  return (
    <Suspense fallback={laying}>
      <Decision {...props} />
    </Suspense>
  );
}
