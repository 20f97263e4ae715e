import { ButtonLink } from '#components/ui/button-link.tsx';
import { LevelMark } from '#components/ui/level-mark.tsx';
import type { CaseStep } from '#lib/view/case-steps.ts';

type CaseStepListProps = {
  steps: readonly CaseStep[];
  /** The page that it stands on, which needs no link to itself: `devices`. */
  here?: string | undefined;
  label?: string | undefined;
};

/** The way of a new case to its first reported turn, or another way in steps: what is done, what is next. */
export function CaseStepList({ steps, here, label = 'Steps of a new case' }: CaseStepListProps) {
  return (
    <nav aria-label={label} data-print="hide" className="border-accent border-l-3 bg-accent-soft px-4 py-3">
      <ol className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map((step, index) => (
          <li
            key={step.href}
            aria-current={step.state === 'next' ? 'step' : undefined}
            className="grid content-start gap-1"
          >
            <p className={step.state === 'later' ? 'text-ink-muted' : 'font-semibold'}>
              {step.state === 'done' ? (
                <LevelMark level="done" className="mr-1 inline-block align-[-2px]" />
              ) : (
                `${index + 1}. `
              )}
              {step.title}
              {step.state === 'done' ? <span className="font-normal text-ink-muted"> done</span> : null}
            </p>
            {step.state === 'done' ? null : <p className="text-ink-muted text-sm">{step.detail}</p>}
            {step.state === 'next' && !(here && step.href.includes(`/${here}`)) ? (
              <ButtonLink href={step.href} variant="primary" size="sm" className="justify-self-start">
                {step.title}
              </ButtonLink>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
