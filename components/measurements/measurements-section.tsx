import { Alert } from '#components/ui/alert.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import type { MeasurementRow } from '#lib/view/measurement-rows.ts';
import { MeasurementForm } from './measurement-form.tsx';
import { MeasurementTable } from './measurement-table.tsx';

type MeasurementsSectionProps = {
  caseId: string;
  rows: readonly MeasurementRow[];
  devices: readonly { id: string; label: string }[];
  measurementId: string;
  today: string;
  timeNow: string;
  zoneNote: string;
  mayRecord: boolean;
  saved: boolean;
};

/** The measurements of a case and the form for one more. */
export function MeasurementsSection(props: MeasurementsSectionProps) {
  const { rows, zoneNote, mayRecord, saved, ...form } = props;
  return (
    <div className="grid grid-cols-1 gap-6">
      {saved ? <Alert level="done" role="status" title="The measurement is saved." /> : null}
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
          <MeasurementTable rows={rows} />
        )}
      </Section>
      {mayRecord ? (
        <Section title="Record a measurement" id="record">
          <MeasurementForm {...form} />
        </Section>
      ) : null}
    </div>
  );
}
