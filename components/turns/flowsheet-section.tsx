import { Alert } from '#components/ui/alert.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LeftOutDays } from '#components/ui/left-out-days.tsx';
import { Section } from '#components/ui/section.tsx';
import type { LeftOut } from '#lib/view/day-pages.ts';
import type { Flowsheet } from '#lib/view/flowsheet.ts';
import { counted } from '#lib/view/format-date.ts';
import type { SlotRecord } from '#lib/view/slot-record.ts';
import { FlowsheetKeys } from './flowsheet-keys.tsx';
import { FlowsheetLegend } from './flowsheet-legend.tsx';
import { FlowsheetTable } from './flowsheet-table.tsx';
import { SlotRecordPanel } from './slot-record-panel.tsx';
import { TurnsNav } from './turns-nav.tsx';

type FlowsheetSectionProps = {
  caseId: string;
  sheet: Flowsheet;
  opened: { address: string; record: SlotRecord; reportId: string } | null;
  zoneNote: string;
  mayRecord: boolean;
  isClosed: boolean;
  hasProtocol: boolean;
  /** How many reports were saved just now. */
  saved: number;
};

/** The flowsheet, what was just saved, and the entry that is open. */
export function FlowsheetSection(props: FlowsheetSectionProps) {
  const { caseId, sheet, opened, saved, zoneNote, hasProtocol } = props;
  const mayRecord = props.mayRecord && !props.isClosed;
  const href = `/cases/${caseId}/turns`;
  return (
    <div className="grid grid-cols-1 gap-4">
      {saved > 0 ? (
        <Alert level="done" role="status" title={`${counted(saved, 'report')} saved.`}>
          The judgement of the case is made anew with {saved === 1 ? 'it' : 'them'}.
        </Alert>
      ) : null}
      <Section
        title="Turns"
        id="turns"
        detail={`actuations per slot${zoneNote}`}
        actions={<TurnsNav caseId={caseId} current="" mayRecord={mayRecord} />}
      >
        {sheet.days.length === 0 ? (
          <EmptyState
            title="No turns yet"
            actions={
              hasProtocol ? null : (
                <ButtonLink href={`/cases/${caseId}/protocol?write=next`}>Write the protocol</ButtonLink>
              )
            }
          >
            {hasProtocol
              ? 'The protocol has not begun. The first slots appear here when it does.'
              : 'Without a protocol nobody can say what is planned. Write the first protocol; the slots to turn in follow from it.'}
          </EmptyState>
        ) : (
          <div className={`grid grid-cols-1 gap-6 ${opened ? 'xl:grid-cols-[minmax(0,1fr)_26rem]' : ''}`}>
            <div className="grid grid-cols-1 content-start gap-3">
              <FlowsheetKeys openedAt={opened?.address ?? null}>
                <FlowsheetTable
                  sheet={sheet}
                  href={href}
                  openedAt={opened?.address ?? null}
                  caption="Actuations reported per slot, days across, slots and devices down. A cell opens its entry."
                />
              </FlowsheetKeys>
              <LeftOutDays earlier={pageAt(href, sheet.earlier)} later={pageAt(href, sheet.later)} />
              {sheet.endedOn === null ? null : (
                <p className="text-ink-muted">Nothing is planned or reported after {sheet.endedOn}.</p>
              )}
              <FlowsheetLegend />
            </div>
            {opened ? (
              <SlotRecordPanel
                key={`${opened.address} ${opened.record.threads.flatMap(({ lines }) => lines).length}`}
                caseId={caseId}
                place={opened.address}
                closeHref={sheet.later === null ? href : `${href}?until=${sheet.days.at(-1)?.iso}`}
                record={opened.record}
                reportId={opened.reportId}
                mayRecord={mayRecord}
              />
            ) : null}
          </div>
        )}
      </Section>
    </div>
  );
}

function pageAt(href: string, leftOut: LeftOut | null) {
  return leftOut && { words: leftOut.words, href: `${href}?until=${leftOut.until}` };
}
