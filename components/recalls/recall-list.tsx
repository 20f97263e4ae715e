import type { ReactNode } from 'react';
import { flagMark } from '#components/flags/flag-level.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { LEVEL_WORDS } from '#lib/view/case-words.ts';
import type { RecallCard } from '#lib/view/recall-cards.ts';

type RecallListProps = {
  recalls: readonly RecallCard[];
  /** Whether the cases may be read: then their list is a link. */
  mayRead?: boolean | undefined;
  /** What can be done about one. */
  act?: ((recall: RecallCard) => ReactNode) | undefined;
};

/** The recalls of the clinic, those that stand first. */
export function RecallList({ recalls, mayRead = true, act }: RecallListProps) {
  if (recalls.length === 0) {
    return (
      <EmptyState title="No recall is recorded">
        An administrator records what a maker or an authority recalls; every open case with such a device is
        flagged at once.
      </EmptyState>
    );
  }
  return (
    <ul className="grid divide-y divide-line">
      {recalls.map((recall) => (
        <li key={recall.id} className="grid gap-1 py-3 first:pt-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {recall.withdrawn === null ? (
              <LevelBadge level={flagMark({ level: recall.level, isAssessable: true })}>
                {LEVEL_WORDS[recall.level]}
              </LevelBadge>
            ) : (
              <Badge tone="outline">Withdrawn</Badge>
            )}
            <span className="font-medium">{recall.headline}</span>
            {mayRead ? (
              <TextLink href={recall.href}>{recall.affects}</TextLink>
            ) : (
              <span>{recall.affects}</span>
            )}
            {recall.mayAffect === null ? null : mayRead ? (
              <TextLink href={`${recall.href}#unclear`}>{recall.mayAffect}</TextLink>
            ) : (
              <span>{recall.mayAffect}</span>
            )}
          </p>
          <p>{recall.reason}</p>
          <p className="text-ink-muted text-sm">
            <Dated>
              {recall.source}. Recorded {recall.written}.
              {recall.withdrawn === null ? '' : ` ${recall.withdrawn}.`}
            </Dated>
          </p>
          {act && recall.withdrawn === null ? act(recall) : null}
        </li>
      ))}
    </ul>
  );
}
