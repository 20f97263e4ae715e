import { EmptyState } from '#components/ui/empty-state.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import { LEVEL_WORDS } from '#lib/view/case-words.ts';
import type { FlagCard } from '#lib/view/flag-card.ts';
import { AcknowledgeForm } from './acknowledge-form.tsx';
import { flagMark } from './flag-level.ts';

type FlagListProps = {
  caseId: string;
  flags: readonly (FlagCard & { decisionId: string })[];
  mayDecide: boolean;
};

/** What is off, worst first, each with the figures it was judged on and what somebody did about it. */
export function FlagList({ caseId, flags, mayDecide }: FlagListProps) {
  if (flags.length === 0) {
    return (
      <EmptyState title="Nothing is off by what was reported">
        This is judged anew with every report and as time passes.
      </EmptyState>
    );
  }
  return (
    <ul className="grid divide-y divide-line">
      {flags.map((flag) => (
        <li key={flag.key} className="grid gap-1 py-3 first:pt-0">
          <div className="flex flex-wrap items-center justify-between gap-x-3">
            <LevelBadge level={flagMark(flag)}>
              {flag.isAssessable ? LEVEL_WORDS[flag.level] : `${LEVEL_WORDS[flag.level]}: not assessable`}
            </LevelBadge>
            {flag.since !== null && <span className="text-ink-muted text-sm">since {flag.since}</span>}
          </div>
          <p className="font-medium">{flag.headline}</p>
          <p className="text-sm">{flag.figures}.</p>
          {flag.acknowledged !== null && (
            <p className="border-line-strong border-l-3 pl-2 text-sm">Acknowledged {flag.acknowledged}</p>
          )}
          {mayDecide && (
            <AcknowledgeForm
              caseId={caseId}
              flagKey={flag.key}
              level={flag.level}
              decisionId={flag.decisionId}
              isAgain={flag.acknowledged !== null}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
