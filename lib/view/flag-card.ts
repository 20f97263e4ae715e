import { type Episode, episodeOf } from '#lib/domain/deviation/episode.ts';
import type { Evidence, Flag } from '#lib/domain/deviation/flag.ts';
import type { FlagLevel } from '#lib/domain/facts.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { coverWords, historyWords, ownerWords } from './decision-words.ts';
import { type FlagContext, type FlagSentence, flagSentence } from './flag-sentence.ts';

/** A flag as the case page shows it, with what people did about it. */
export type FlagCard = FlagSentence & {
  key: string;
  level: FlagLevel;
  extent: number;
  /** False: it says that something could not be judged. */
  isAssessable: boolean;
  /** `Acknowledged by A. Nurse until it worsens: called the mother`; null: it is open. */
  cover: string | null;
  /** Whose it is; null: nobody's. */
  owner: string | null;
  lastDecisionId: string | null;
  /** Every decision about the episode, oldest first, where there is more to tell than `cover` does. */
  history: readonly string[];
  /** When an acknowledged flag is open again: `when it reaches 2 times its tolerance`. */
  worseAt: string;
};

export function flagCards(
  flags: readonly Flag[],
  context: FlagContext,
  people: Readonly<Record<string, string>>,
  course: Course,
): readonly FlagCard[] {
  const { zone } = context;
  return flags.map((flag) => {
    const { key, level, extent, evidence, acknowledged, ownerId, lastDecisionId } = flag;
    return {
      ...flagSentence(flag, context),
      key,
      level,
      extent,
      isAssessable: evidence.rule !== 'not-assessable',
      cover: acknowledged && coverWords(acknowledged, people, zone),
      owner: ownerWords(ownerId, people),
      lastDecisionId,
      history: history(episodeOf(course, flag), acknowledged !== null).map((decision) =>
        historyWords(decision, people, zone),
      ),
      worseAt: worseWords(evidence, extent),
    };
  });
}

function history({ decisions }: Episode, isCovered: boolean): Episode['decisions'] {
  return decisions.length > (isCovered ? 1 : 0) ? decisions : [];
}

/** Rules whose extent grows: by a slot, an hour or a micrometre too many, up to the next multiple of the tolerance. */
const GROWING: ReadonlySet<Evidence['rule']> = new Set([
  'missed-slots',
  'silence',
  'behind-plan',
  'ahead-of-plan',
  'asymmetry',
  'contact-overdue',
]);

function worseWords({ rule }: Evidence, extent: number): string {
  return GROWING.has(rule) ? `at ${extent + 1} times its tolerance` : 'when it becomes worse';
}
