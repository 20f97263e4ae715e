import { proposalStanding } from '#lib/domain/protocol/proposal.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { formatDay } from './format-date.ts';
import { languageWords } from './language-choices.ts';
import { hasSheetIn } from './sheet-language.ts';

/** What is to be known before a sheet is printed. */
export type SheetWarning = { title: string; text: string };

/** What the sheet of a course cannot say: in a language that it does not have, of what is not signed, of what nobody told. */
export function sheetWarnings(
  course: Course,
  caregivers: readonly { relation: string; language: string }[],
): readonly SheetWarning[] {
  return [...languageWarnings(caregivers), ...unsignedWarnings(course), ...unknownWarnings(course)];
}

function languageWarnings(caregivers: readonly { relation: string; language: string }[]): SheetWarning[] {
  const others = caregivers.filter(({ language }) => !hasSheetIn(language));
  if (others.length === 0) return [];
  const languages = [...new Set(others.map(({ language }) => languageWords(language)))];
  return [
    {
      title: `There is no sheet in ${languages.join(' or ')}.`,
      text: `${others.map(({ relation, language }) => `${relation}: ${languageWords(language)}`).join(', ')}. Go through the sheet with an interpreter before it is taken home.`,
    },
  ];
}

function unsignedWarnings({ facts, inForce, reached }: Course): SheetWarning[] {
  return facts.proposals
    .filter((one) => proposalStanding(one, facts, reached) === 'pending')
    .map(({ version: { version, fromDay } }) => ({
      title: `Version ${version}, from ${formatDay(fromDay)}, waits for a surgeon\u2019s signature.`,
      text: `The sheet shows version ${inForce?.version} as if it went on. Print it again once version ${version} is signed or declined.`,
    }));
}

const UNKNOWN: ReadonlySet<string> = new Set(['open', 'unreported', 'not-sure']);

function unknownWarnings({ devices }: Course): SheetWarning[] {
  const slots = devices.reduce(
    (count, { entries }) => count + entries.filter(({ status }) => UNKNOWN.has(status)).length,
    0,
  );
  if (slots === 0) return [];
  return [
    {
      title:
        slots === 1
          ? 'Of one turn nobody knows whether it was done.'
          : `Of ${slots} turns nobody knows whether they were done.`,
      text: 'The sheet counts what is not reported as turned, so that nothing is asked for twice. Ask the family, enter it, then print.',
    },
  ];
}
