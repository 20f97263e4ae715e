import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CranialLine } from '#lib/view/cranial-rows.ts';
import type { EstimateWords } from '#lib/view/volume-words.ts';
import { CranialForm, type CranialFormDraft } from './cranial-form.tsx';
import { CranialTable } from './cranial-table.tsx';

type HeadSectionProps = {
  caseId: string;
  zoneNote: string;
  lines: readonly CranialLine[];
  estimate: EstimateWords | null;
  form: CranialFormDraft | null;
};

/** Volume, indices and fundoscopy, the estimate of the volume gained, and the form for one more. */
export function HeadSection({ caseId, zoneNote, lines, estimate, form }: HeadSectionProps) {
  const path = `/cases/${caseId}/measurements/head`;
  return (
    <div className="grid grid-cols-1 gap-6">
      <p>
        <TextLink href={`/cases/${caseId}/measurements`}>Gaps and head circumference</TextLink>
      </p>
      {estimate ? (
        <Section title="Volume gained, an estimate" id="estimate">
          <div className="grid max-w-3xl gap-1">
            <p className="font-medium">{estimate.headline}</p>
            <p>{estimate.from}</p>
            <p className="text-ink-muted">{estimate.raw}</p>
          </div>
        </Section>
      ) : null}
      <Section title="Head" id="head" detail={zoneNote === '' ? String(lines.length) : zoneNote}>
        {lines.length === 0 ? (
          <EmptyState title="Nothing measured of the head yet">
            Volume from a CT or MRI, cranial and turricephaly index, and what fundoscopy showed are recorded
            here.
          </EmptyState>
        ) : (
          <CranialTable lines={lines} path={form ? path : null} />
        )}
      </Section>
      {form ? (
        <Section
          title={form.corrects ? `Correct: ${form.corrects.words}` : 'Record a measurement'}
          id="record"
        >
          <CranialForm key={`${form.corrects?.id} ${lines.length}`} caseId={caseId} draft={form} />
        </Section>
      ) : null}
    </div>
  );
}
