import { Alert } from '#components/ui/alert.tsx';
import type { DecisionPreview } from '#lib/view/decision-preview.ts';
import { ComparisonView, Lines } from './comparison-view.tsx';

/** What a decision would do, in words and on the curve, or why it cannot be recorded. */
export function JudgedDecision({ preview }: { preview: DecisionPreview }) {
  return preview.kind === 'impossible' ? (
    <Alert level="act" title="This cannot be recorded so.">
      <Lines title="Why" lines={preview.reasons} />
    </Alert>
  ) : (
    <ComparisonView comparison={preview.comparison} name="With the decision" />
  );
}
