import { dayOf, localTime } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import { type AmountAhead, turnsAhead } from '#lib/domain/plan/turns-ahead.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { formatMinute } from './format-date.ts';
import { sheetCell } from './sheet-amount.ts';
import { SHEET_LANGUAGES, type SheetLanguage, sheetLanguageOf } from './sheet-language.ts';
import { type SheetWords, sheetDay, sheetWeekday, sheetWords } from './sheet-words.ts';

/** How far ahead sessions are looked for: a protocol may begin in some weeks. */
const LOOK_AHEAD_DAYS = 60;

/** A session as the family is told it: when, and what each device does which way. */
export type ToldSession = { when: string; amounts: readonly string[] };

/** The next sessions in a language of the family; empty where none is planned. */
export type ToldSessions = { language: SheetLanguage; sessions: readonly ToldSession[] };

/** The next sessions in English, for the clinic, and in the other languages that a sheet for this family is printed in. */
export function sessionsToTell(course: Course, count: number): readonly ToldSessions[] {
  const spoken = new Set(course.facts.caregivers.map(({ language }) => sheetLanguageOf(language)));
  return SHEET_LANGUAGES.filter((language) => language === 'en' || spoken.has(language)).map((language) => ({
    language,
    sessions: nextSessions(course, count, language),
  }));
}

/** The next sessions after now, those in which everything is held included, laid out and worded as on the turning sheet. */
function nextSessions(course: Course, count: number, language: SheetLanguage): readonly ToldSession[] {
  const { facts, asOf, devices } = course;
  const words = sheetWords(language);
  const today = dayOf(facts.zone, asOf);
  return turnsAhead(course, today, today + LOOK_AHEAD_DAYS)
    .filter(({ at, amounts }) => at > asOf && amounts.some(isToCome))
    .slice(0, count)
    .map(({ day, at, amounts }) => ({
      when: `${sheetWeekday(day, words)} ${sheetDay(day, words)} ${formatMinute(localTime(facts.zone, at).minute)}`,
      amounts: devices.flatMap(({ device }, index) => toldAmount(device, amounts[index], words)),
    }));
}

function isToCome({ kind }: AmountAhead): boolean {
  return kind !== 'none' && kind !== 'heard';
}

function toldAmount(device: Device, amount: AmountAhead | undefined, words: SheetWords): string[] {
  if (!amount || amount.kind === 'none') return [];
  const { words: turned, arrow } = sheetCell(amount, device, words);
  if (arrow === null) return [`${device.label}: ${turned}`];
  return [`${device.label}: ${turned} ${arrow === 'with' ? words.withArrow : words.againstArrow}`];
}
