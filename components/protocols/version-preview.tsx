import { Alert } from '#components/ui/alert.tsx';
import type { ProtocolPreview } from '#lib/view/protocol-preview.ts';
import { ComparisonView, Lines } from './comparison-view.tsx';
import { LaterVersions } from './later-versions.tsx';
import { RejudgedSlots } from './rejudged-slots.tsx';

/** What a version would do, in words and on the curve, or why it cannot be followed. */
export function VersionPreview({ preview, name }: { preview: ProtocolPreview; name: string }) {
  if (preview.kind === 'impossible') {
    return preview.isUnfinished ? (
      <Lines title="Not complete yet" lines={preview.reasons} />
    ) : (
      <Alert level="act" title="This cannot be followed.">
        <Lines title="Why" lines={preview.reasons} />
      </Alert>
    );
  }
  return (
    <>
      {preview.waitsUntil ? (
        <Alert
          level="look"
          title={`It would wait for a surgeon\u2019s signature, until ${preview.waitsUntil}.`}
        >
          <Lines title="What asks for it" lines={preview.unusual} />
        </Alert>
      ) : preview.unusual.length > 0 ? (
        <Alert level="info" title="Unusual, and yours to publish.">
          <Lines title="What is unusual" lines={preview.unusual} />
        </Alert>
      ) : null}
      {preview.difference === null ? null : (
        <Lines
          title={`The difference in words, ${preview.against}`}
          lines={preview.difference}
          none="Nothing is changed yet."
        />
      )}
      <LaterVersions later={preview.later} />
      <ComparisonView comparison={preview.comparison} name={name} />
      <RejudgedSlots rejudged={preview.rejudged} />
    </>
  );
}
