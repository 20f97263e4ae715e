import type { ComponentProps } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import type { BookingView } from '#lib/view/booking-view.ts';
import type { HistoryRow } from '#lib/view/booking-words.ts';
import type { CheckRow } from '#lib/view/check-rows.ts';
import type { CriterionRow } from '#lib/view/criterion-words.ts';
import type { HardwareRow } from '#lib/view/hardware-rows.ts';
import type { KeptOpen, RemovalReportView } from '#lib/view/removal-report.ts';
import { BookingHistory } from './booking-history.tsx';
import { BookingSection } from './booking-section.tsx';
import { CheckList } from './check-list.tsx';
import { CriterionList } from './criterion-list.tsx';
import { HardwareSheet } from './hardware-sheet.tsx';
import { RemovalDoneForm } from './removal-done-form.tsx';
import { RemovalReportSection } from './removal-report-section.tsx';

type RemovalSectionsProps = {
  page: {
    caseId: string;
    zoneNote: string;
    window: string | null;
    isUrgent: boolean;
    blockers: readonly string[];
    criteria: readonly CriterionRow[];
    booking: BookingView | null;
    history: readonly HistoryRow[];
    draft: ComponentProps<typeof BookingSection>['draft'];
    mayWrite: boolean;
    checks: readonly CheckRow[];
    mayCheck: boolean;
    hardware: readonly HardwareRow[];
    armPath: string | null;
    keptOpen: KeptOpen | null;
    report: RemovalReportView | null;
    done: ComponentProps<typeof RemovalDoneForm>['draft'] | null;
    unreported: { words: string; draft: ComponentProps<typeof RemovalDoneForm>['draft'] | null } | null;
    writeId: string;
  };
  saved: unknown;
  form: unknown;
};

const SAVED: Readonly<Record<string, string>> = {
  booked: 'The theatre is booked.',
  held: 'The time is held. Confirm it before the hold runs out.',
  moved: 'The booking is moved. Its old time is free.',
  postponed: 'Postponed: the case is on the waiting list.',
  cancelled: 'The booking is cancelled. Its time is free.',
  check: 'The check is saved.',
  hardware: 'The hardware sheet is saved.',
  removed: 'The removal is recorded. The case stays open.',
  report: 'The report is saved.',
  completed: 'The removal is recorded, and the case is completed: it has left the worklist.',
};

/** The second operation of a case: when it may be, where it is booked, what is still missing, and how it went. */
export function RemovalSections({ page, saved, form }: RemovalSectionsProps) {
  const { caseId, window, criteria } = page;
  const message = typeof saved === 'string' ? SAVED[saved] : undefined;
  return (
    <div className="grid grid-cols-1 gap-6">
      {message ? <Alert level="done" role="status" title={message} /> : null}
      {page.report ? (
        <RemovalReportSection caseId={caseId} report={page.report} keptOpen={page.keptOpen} />
      ) : null}
      {page.unreported ? <UnreportedRemoval caseId={caseId} form={form} {...page.unreported} /> : null}
      {window === null ? (
        page.report || page.unreported ? null : (
          <EmptyState title="Nothing to remove">
            Devices are taken out in a second operation. It can be planned once the index operation is
            recorded under Devices, and until a removal is.
          </EmptyState>
        )
      ) : (
        <Section
          id="window"
          title="Removal window"
          detail={
            <>
              <Dated>{window}</Dated>{' '}
              {page.isUrgent ? (
                <Badge tone="accent">Goes first: infection, failure, stopped or removed early</Badge>
              ) : null}
            </>
          }
        >
          <CriterionList criteria={criteria} />
        </Section>
      )}
      {page.booking || page.draft ? (
        <BookingSection
          caseId={caseId}
          writeId={page.writeId}
          booking={page.booking}
          draft={page.draft}
          blockers={page.blockers}
          mayWrite={page.mayWrite}
          mayRecord={page.done !== null}
          zoneNote={page.zoneNote}
          form={form}
        />
      ) : null}
      {page.history.length > 0 ? <BookingHistory rows={page.history} /> : null}
      {window === null ? null : (
        <CheckList
          caseId={caseId}
          writeId={page.writeId}
          rows={page.checks}
          mayCheck={page.mayCheck}
          form={form}
        />
      )}
      {page.hardware.length > 0 ? (
        <HardwareSheet
          caseId={caseId}
          writeId={page.writeId}
          rows={page.hardware}
          mayRecord={page.mayCheck}
          armPath={page.armPath}
          form={form}
        />
      ) : null}
      {page.done ? (
        <Section id="done" title="Removal done">
          {form === 'done' ? (
            <RemovalDoneForm caseId={caseId} draft={page.done} />
          ) : (
            <ButtonLink href={`/cases/${caseId}/removal?form=done#done`}>Record the removal</ButtonLink>
          )}
        </Section>
      ) : null}
    </div>
  );
}

/** An operation that took hardware out and says no more: what is missing, and the form for it. */
function UnreportedRemoval({
  caseId,
  form,
  words,
  draft,
}: {
  caseId: string;
  form: unknown;
} & NonNullable<RemovalSectionsProps['page']['unreported']>) {
  return (
    <Section id="unreported" title="Removal without a report" detail={words}>
      <div className="grid gap-4">
        <p className="max-w-prose">
          Nobody has said yet what was found, what stayed in, what went wrong and when the child is seen next.
          {draft ? null : ' Somebody who may record operations does it here.'}
        </p>
        {draft === null ? null : form === 'report' ? (
          <RemovalDoneForm caseId={caseId} draft={draft} />
        ) : (
          <ButtonLink href={`/cases/${caseId}/removal?form=report#unreported`} className="justify-self-start">
            Add the report
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}
