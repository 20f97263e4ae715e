import { Alert } from '#components/ui/alert.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ComplicationsPage } from '#lib/view/complications-page.ts';
import { ComplicationForm } from './complication-form.tsx';
import { ComplicationItem } from './complication-item.tsx';
import { ComplicationStepForm } from './complication-step-form.tsx';
import { DecideForm } from './decide-form.tsx';
import { KindList } from './kind-list.tsx';

/** What went wrong in a case, open ones first, and the form that the address opens. */
export function ComplicationsSection(props: ComplicationsPage) {
  const { caseId, cards, kinds, form, step, decide, mayRecord } = props;
  const photographPath = props.mayPhotograph ? `/cases/${caseId}/photographs` : null;
  const path = `/cases/${caseId}/complications`;
  const isWriting = kinds !== null || form !== null;
  const open = cards.filter(({ status }) => status === 'open').length;
  return (
    <div className="grid grid-cols-1 gap-6">
      {props.isPhotographKept ? (
        <Alert level="done" role="status" title="The photograph is kept, without its metadata." />
      ) : null}
      {kinds ? (
        <Section title="What is it?" id="write" detail="commonest first">
          <KindList path={path} kinds={kinds} />
        </Section>
      ) : null}
      {form ? (
        <Section
          title={form.draft.correctsId === null ? form.draft.label : `Correct: ${form.draft.label}`}
          id="write"
        >
          <ComplicationForm key={form.draft.correctsId ?? form.draft.kind} caseId={caseId} {...form} />
        </Section>
      ) : null}
      <Section
        title="Complications"
        id="complications"
        detail={cards.length === 0 ? undefined : `${open} open of ${cards.length}${props.zoneNote}`}
        actions={
          mayRecord && !isWriting ? (
            <ButtonLink href={`${path}?write=new`} size="sm">
              Record a complication
            </ButtonLink>
          ) : null
        }
      >
        {cards.length === 0 ? (
          <EmptyState title="No complication is recorded">
            {mayRecord
              ? 'Record what was seen, even when it is minor: an open complication leads the worklist until it is resolved.'
              : 'What goes wrong in the course of this case is listed here.'}
          </EmptyState>
        ) : (
          <ul className="grid divide-y divide-line">
            {cards.map((card) => (
              <li key={card.id} id={card.id} data-print="together" className="py-4 first:pt-0">
                <ComplicationItem {...{ path, card, mayRecord, photographPath }} />
                {step?.complicationId === card.id ? (
                  <ComplicationStepForm key={step.withdraws?.stepId} caseId={caseId} draft={step} />
                ) : null}
                {decide?.complicationId === card.id ? <DecideForm caseId={caseId} draft={decide} /> : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
