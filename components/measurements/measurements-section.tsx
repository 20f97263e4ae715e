import { Alert } from '#components/ui/alert.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { MeasurementDraft } from '#lib/view/measurement-form.ts';
import type { EarlierReading } from '#lib/view/measurement-history.ts';
import type { MeasurementRow } from '#lib/view/measurement-rows.ts';
import { EarlierReadings } from './earlier-readings.tsx';
import { MeasurementForm } from './measurement-form.tsx';
import { MeasurementTable } from './measurement-table.tsx';

type MeasurementsSectionProps = {
  caseId: string;
  rows: readonly MeasurementRow[];
  withdrawn: readonly EarlierReading[];
  /** Null: the reader may not record. */
  draft: MeasurementDraft | null;
  today: string;
  zoneNote: string;
  saved: boolean;
};

/** The measurements of a case, what was withdrawn, and the form for one more or for a correction. */
export function MeasurementsSection(props: MeasurementsSectionProps) {
  const { caseId, rows, withdrawn, draft, today, zoneNote, saved } = props;
  return (
    <div className="grid grid-cols-1 gap-6">
      {saved ? <Alert level="done" role="status" title="The measurement is saved." /> : null}
      <p>
        <TextLink href={`/cases/${props.caseId}/measurements/head`}>
          Head: volume, indices, fundoscopy
        </TextLink>
      </p>
      <Section
        title="Measurements"
        id="measurements"
        detail={zoneNote === '' ? String(rows.length) : zoneNote}
      >
        {rows.length === 0 ? (
          <EmptyState title="Nothing measured yet">
            Reported turns are not the gap: a measurement shows what the device and the bone did. Record the
            first from an X-ray, a CT or a ruler.
          </EmptyState>
        ) : (
          <MeasurementTable rows={rows} path={draft ? `/cases/${caseId}/measurements` : null} />
        )}
      </Section>
      {withdrawn.length > 0 ? (
        <Section title="Withdrawn" id="withdrawn">
          <EarlierReadings readings={withdrawn} verb="withdrawn" />
        </Section>
      ) : null}
      {draft ? (
        <Section title={draft.corrects ? 'Correct a measurement' : 'Record a measurement'} id="record">
          <MeasurementForm
            // Anew once something was saved, and the same while it is refused.
            key={`${draft.corrects?.id} ${rows.length + withdrawn.length}`}
            caseId={caseId}
            draft={draft}
            today={today}
          />
        </Section>
      ) : null}
    </div>
  );
}
