import { ButtonLink } from '#components/ui/button-link.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { ReportLine, SlotRecord } from '#lib/view/slot-record.ts';
import { CorrectionForm } from './correction-form.tsx';
import { OpenedPanel } from './opened-panel.tsx';

type SlotRecordPanelProps = {
  caseId: string;
  /** Address of the cell. */
  place: string;
  /** The sheet without it, at the same days. */
  closeHref: string;
  record: SlotRecord;
  /** Id of the correction that the form may send. */
  reportId: string;
  mayRecord: boolean;
};

/** The opened cell: what was planned, every report with its corrections, and the form to correct it. */
export function SlotRecordPanel(props: SlotRecordPanelProps) {
  const { caseId, place, closeHref, record, reportId, mayRecord } = props;
  const call = `/cases/${caseId}/turns/call?day=${record.day}&slot=${record.slot}`;
  return (
    <OpenedPanel title={record.title} place={place} closeHref={closeHref}>
      <DescriptionList
        items={[
          { term: 'Slot', value: record.when },
          { term: 'Planned', value: record.planned },
          { term: 'Now', value: record.status },
        ]}
      />
      {record.threads.length === 0 ? (
        <p>
          <Unknown>Nothing is recorded here.</Unknown>
        </p>
      ) : null}
      {record.threads.map(({ lines, correction }) => (
        <div key={lines[0]?.id} className="grid gap-3 border-line border-t pt-3">
          <ol className="grid gap-3">
            {lines.map((line) => (
              <ReportLineItem key={line.id} line={line} />
            ))}
          </ol>
          {correction && mayRecord ? (
            <CorrectionForm caseId={caseId} place={place} reportId={reportId} start={correction} />
          ) : null}
        </div>
      ))}
      {mayRecord ? (
        <ButtonLink href={call} size="sm" className="justify-self-start">
          {record.threads.length === 0 ? 'Record what happened' : 'Record one more turn in this slot'}
        </ButtonLink>
      ) : null}
    </OpenedPanel>
  );
}

const KIND_WORDS: Record<ReportLine['kind'], string> = {
  reported: 'Reported',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
};

function ReportLineItem({ line }: { line: ReportLine }) {
  return (
    <li className={line.stands ? '' : 'text-ink-muted'}>
      <p className="font-medium">
        {KIND_WORDS[line.kind]}: {line.stands ? line.what : <s>{line.what}</s>}
      </p>
      <p className="text-ink-muted text-sm">
        Taken in {line.takenIn}
        {line.recordedBy === null ? '' : ` by ${line.recordedBy}`}
      </p>
      {line.reason === null ? null : <p className="text-sm">Reason: {line.reason}</p>}
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
        {line.facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-muted">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
