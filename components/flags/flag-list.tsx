import dynamic from 'next/dynamic';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import { LEVEL_WORDS } from '#lib/view/case-words.ts';
import type { FlagCard } from '#lib/view/flag-card.ts';
import { flagMark } from './flag-level.ts';

// Its script is fetched with the one flag whose form is open, not with every case page.
const DecideForm = dynamic(() => import('./decide-form.tsx'));

/** A flag, the address that opens its form, and the id of the decision while it is open. */
export type FlagItem = FlagCard & { href: string; decisionId: string | null };

export type FlagListProps = {
  caseId: string;
  flags: readonly FlagItem[];
  mayDecide: boolean;
  /** Who decides about flags here; only while a form is open. */
  staff: readonly { value: string; label: string }[];
  /** Whether something is still missing that any judgement needs: an operation, a device, a protocol, a turn. */
  isIncomplete: boolean;
  /** On paper nothing can be unfolded: what was decided before is in sight. */
  isOnPaper?: boolean | undefined;
};

/** What is off, worst first, each with the figures it was judged on and what somebody did about it. */
export function FlagList(props: FlagListProps) {
  const { caseId, flags, mayDecide, staff, isIncomplete, isOnPaper } = props;
  if (flags.length === 0 && isIncomplete) {
    return (
      <EmptyState title="Nothing can be judged yet">
        That needs the operation, the devices, a protocol and the first turns.
      </EmptyState>
    );
  }
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
        <li key={flag.key} data-key={flag.key} data-print="together" className="grid gap-1 py-3 first:pt-0">
          <div className="flex flex-wrap items-center justify-between gap-x-3">
            <LevelBadge level={flagMark(flag)}>
              {flag.isAssessable ? LEVEL_WORDS[flag.level] : `${LEVEL_WORDS[flag.level]}: not assessable`}
            </LevelBadge>
            {flag.since !== null && <span className="text-ink-muted text-sm">since {flag.since}</span>}
          </div>
          <p className="font-medium">
            <Dated>{flag.headline}</Dated>
          </p>
          <p className="text-sm">
            <Dated>{flag.figures}</Dated>.
          </p>
          {flag.cover !== null && (
            <p className="border-line-strong border-l-3 pl-2 text-sm">
              <Dated>{flag.cover}</Dated>
            </p>
          )}
          {flag.owner !== null && <p className="text-sm">With {flag.owner}</p>}
          {flag.history.length > 0 && <FlagHistory history={flag.history} isOpen={isOnPaper} />}
          {mayDecide && flag.decisionId === null && (
            <ButtonLink
              size="sm"
              href={flag.href}
              prefetch={false}
              scroll={false}
              data-print="hide"
              className="justify-self-start"
            >
              {flag.cover === null ? 'Decide' : 'Change decision'}
              <span className="sr-only">: {flag.headline}</span>
            </ButtonLink>
          )}
          {mayDecide && flag.decisionId !== null && (
            <DecideForm
              caseId={caseId}
              flag={{ ...flag, isCovered: flag.cover !== null }}
              decisionId={flag.decisionId}
              staff={staff}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What was decided about this episode, oldest first. */
function FlagHistory({ history, isOpen }: { history: readonly string[]; isOpen: boolean | undefined }) {
  return (
    <details open={isOpen} data-print="unfolded" className="text-sm">
      <summary className="cursor-pointer text-ink-muted">
        {history.length === 1 ? '1 decision before' : `${history.length} decisions so far`}
      </summary>
      <ol className="mt-1 grid gap-1 pl-4">
        {history.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  );
}
