import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { FlagLevel } from '#lib/domain/facts.ts';
import { type FlagContext, type FlagSentence, flagSentence } from './flag-sentence.ts';
import { formatInstant } from './format-date.ts';

/** A flag as the case page shows it, with what a person did about it. */
export type FlagCard = FlagSentence & {
  key: string;
  level: FlagLevel;
  /** False: it says that something could not be judged. */
  isAssessable: boolean;
  /** `by A. Nurse until it worsens: called the mother`; null: nobody has acknowledged it. */
  acknowledged: string | null;
};

export function flagCards(
  flags: readonly Flag[],
  context: FlagContext,
  people: Readonly<Record<string, string>>,
): readonly FlagCard[] {
  return flags.map((flag) => ({
    ...flagSentence(flag, context),
    key: flag.key,
    level: flag.level,
    isAssessable: flag.evidence.rule !== 'not-assessable',
    acknowledged: flag.acknowledged && decisionWords(flag.acknowledged, people, context.zone),
  }));
}

function decisionWords(
  { byId, until, note }: NonNullable<Flag['acknowledged']>,
  people: Readonly<Record<string, string>>,
  zone: string,
): string {
  const limit = until === null ? 'until it worsens' : `until ${formatInstant(until, zone)}`;
  return `by ${people[byId] ?? 'somebody'} ${limit}${note === '' ? '' : `: ${note}`}`;
}
