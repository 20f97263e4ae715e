import { PrintButton } from '#components/cases/print-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SegmentedLinks } from '#components/ui/segmented-links.tsx';
import { TableScroll } from '#components/ui/table.tsx';
import type { SheetOption } from '#lib/view/sheet-choice.ts';
import type { SheetWarning } from '#lib/view/sheet-warnings.ts';
import type { TurningSheet } from '#lib/view/turning-sheet.ts';
import { TurningSheetView } from './turning-sheet-view.tsx';

type TurningSheetSectionProps = {
  caseId: string;
  sheet: TurningSheet | null;
  options: { language: readonly SheetOption[]; paper: readonly SheetOption[]; days: readonly SheetOption[] };
  speakers: readonly string[];
  hasNumber: boolean;
  warnings: readonly SheetWarning[];
};

/** The family's sheet as it will be printed, and the choices of language, paper and length. */
export function TurningSheetSection(props: TurningSheetSectionProps) {
  const { caseId, sheet, options, speakers, hasNumber, warnings } = props;
  if (sheet === null) {
    return (
      <EmptyState
        title="There is no protocol to print"
        actions={<ButtonLink href={`/cases/${caseId}/protocol`}>To the protocol</ButtonLink>}
      >
        The sheet shows what the version in force asks for: write the first version.
      </EmptyState>
    );
  }
  return (
    <>
      <div data-print="hide" className="grid gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <PrintButton />
          <SegmentedLinks label="Language" segments={options.language} />
          <SegmentedLinks label="Paper" segments={options.paper} />
          <SegmentedLinks label="Length" segments={options.days} />
          <ButtonLink href={`/cases/${caseId}/protocol`} variant="quiet">
            To the protocol
          </ButtonLink>
        </div>
        {warnings.map(({ title, text }) => (
          <Alert key={title} level="look" title={title}>
            <Dated>{text}</Dated>
          </Alert>
        ))}
        {speakers.length > 0 ? (
          <p className="text-ink-muted">Who turns at home: {speakers.join(', ')}.</p>
        ) : null}
        {hasNumber ? null : (
          <Alert level="info" title="The clinic has no number yet.">
            The sheet leaves a line for it. An administrator sets it under Defaults.
          </Alert>
        )}
      </div>
      <TableScroll label="Pages of the sheet">
        <TurningSheetView sheet={sheet} />
      </TableScroll>
    </>
  );
}
