import { flagMark } from '#components/flags/flag-level.ts';
import { Badge } from '#components/ui/badge.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ComplicationCard, HistoryLine } from '#lib/view/complication-cards.ts';
import { ShownPhotographs } from './shown-photographs.tsx';

type ComplicationItemProps = {
  path: string;
  card: ComplicationCard;
  mayRecord: boolean;
  /** Where a photograph of it is added; null for who may not. */
  photographPath: string | null;
};

/** One complication: how it stands, and everything that was written about it. */
export function ComplicationItem({ path, card, mayRecord, photographPath }: ComplicationItemProps) {
  const { id, rowId, headline, device, status, statusWords } = card;
  const canChange = mayRecord && status !== 'withdrawn';
  const name = device === null ? headline : `${headline}, ${device}`;
  return (
    <article aria-label={name} className="grid gap-1">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {status === 'open' ? (
          <LevelBadge level={flagMark({ level: card.level, isAssessable: true })}>{statusWords}</LevelBadge>
        ) : (
          <Badge tone="outline">{statusWords}</Badge>
        )}
        <h3 className={`font-semibold ${status === 'withdrawn' ? 'line-through' : ''}`}>{name}</h3>
        <span className="text-ink-muted">{card.seen}</span>
      </header>
      <p>
        {card.grades}
        {card.signs === null ? '' : `; signs: ${card.signs.toLowerCase()}`}.
      </p>
      {card.note === null ? null : <p>{card.note}</p>}
      {card.prompts === null ? null : <p className="text-ink-muted">{card.prompts}.</p>}
      <ShownPhotographs photographs={card.photographs} />
      <ol className="mt-1 grid gap-1 border-line border-l-3 pl-3 text-sm">
        {card.history.map((line) => (
          <HistoryItem
            key={line.id}
            line={line}
            withdraw={
              canChange && line.step !== null ? `${path}?follow=${id}&withdraw=${line.id}#${id}` : null
            }
          />
        ))}
      </ol>
      {canChange ? (
        <p data-print="hide" className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
          <ButtonLink href={`${path}?follow=${id}#${id}`} size="sm">
            {status === 'open' ? 'Record what became of it' : 'Record more'}
            <span className="sr-only">: {name}</span>
          </ButtonLink>
          {status === 'open' ? (
            <TextLink href={`${path}?decide=${id}#${id}`} aria-label={`Decide about the turns: ${name}`}>
              Decide about the turns
            </TextLink>
          ) : null}
          {photographPath === null ? null : (
            <TextLink
              href={`${photographPath}?complication=${id}#add`}
              aria-label={`Add a photograph: ${name}`}
            >
              Add a photograph
            </TextLink>
          )}
          <TextLink href={`${path}?correct=${rowId}#write`} aria-label={`Correct: ${name}`}>
            Correct
          </TextLink>
        </p>
      ) : null}
    </article>
  );
}

function HistoryItem({ line, withdraw }: { line: HistoryLine; withdraw: string | null }) {
  return (
    <li>
      <span className={line.isGone ? 'line-through' : ''}>
        <Dated>{line.words}</Dated>
        {line.note === null ? '' : `: ${line.note}`}
      </span>{' '}
      <span className="text-ink-muted">
        (<Dated>{line.written}</Dated>)
      </span>
      {withdraw === null ? null : (
        <>
          {' '}
          <TextLink href={withdraw} data-print="hide" aria-label={`Withdraw: ${line.words}`}>
            Withdraw
          </TextLink>
        </>
      )}
    </li>
  );
}
