import { flagMark } from '#components/flags/flag-level.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { FlagChange, HandOverCase } from '#lib/view/hand-over.ts';

const CHANGE_WORDS = { new: 'New', worse: 'Worse', gone: 'No longer', open: 'Still' } as const;

/** A case of the hand-over: its flags, what of them is new, and what was written, in words. */
export function HandOverItem({ one }: { one: HandOverCase }) {
  const { href, name, mrn, phase, flags, turns, lines } = one;
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[15rem_minmax(0,1fr)]" data-print="together">
      <div>
        <TextLink href={href} className="font-semibold">
          {name}
        </TextLink>
        <p className="flex flex-wrap items-center gap-2 text-ink-muted">
          MRN {mrn} <Badge tone="outline">{phase}</Badge>
        </p>
      </div>
      <div className="grid content-start gap-1.5">
        {flags.length > 0 ? (
          <ul className="grid gap-1">
            {flags.map((flag) => (
              <FlagLine key={flag.key} flag={flag} />
            ))}
          </ul>
        ) : null}
        {turns === null ? null : (
          <p>
            <Dated>{turns}</Dated>
          </p>
        )}
        {lines.length > 0 ? (
          <ul className="grid gap-1">
            {lines.map(({ key, when, by, title, detail, href: to }) => (
              <li key={key} className="grid gap-x-3 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
                <span className="text-ink-muted tabular-nums">{when}</span>
                <span className="min-w-0 break-words">
                  <TextLink href={to} quiet>
                    <Dated>{title}</Dated>
                  </TextLink>
                  {by === null ? '' : `, ${by}`}
                  {detail ? (
                    <span className="text-ink-muted">
                      {' '}
                      · <Dated>{detail}</Dated>
                    </span>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}

function FlagLine({ flag: { change, level, words, isAssessable } }: { flag: FlagChange }) {
  return (
    <li className={`flex items-center gap-x-2 ${change === 'gone' ? 'text-ink-muted' : ''}`}>
      <span className="whitespace-nowrap font-medium">{CHANGE_WORDS[change]}:</span>
      {change === 'gone' ? null : <LevelBadge level={flagMark({ level, isAssessable })} />}
      <span className="min-w-0 break-words">
        <Dated>{words}</Dated>
      </span>
    </li>
  );
}
