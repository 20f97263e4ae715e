import type { AmountAhead, SlotAhead } from '#lib/domain/plan/turns-ahead.ts';
import { type ProtocolVersion, planOf } from '#lib/domain/protocol/version.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import { formatMm } from './format-amount.ts';
import { formatDuration } from './format-date.ts';
import type { SheetLanguage } from './sheet-language.ts';
import { type SheetWords, sheetDay } from './sheet-words.ts';

/** What a family does besides turning: when to stop, and what the protocol's own rule says after a missed turn. */
export type TurningGuidance = {
  stopRule: readonly string[];
  missedTurnRule: string;
  minInterval: string;
};

type Given = {
  version: ProtocolVersion;
  language: SheetLanguage;
  words: SheetWords;
  /** What is laid out, one amount per device of the course. */
  slots: readonly SlotAhead[];
  devices: readonly { device: DeviceCourse; index: number }[];
};

/** Null where nothing is to be turned: what belongs to turning would then be an invitation to it. */
export function turningGuidance({ version, language, words, slots, devices }: Given): TurningGuidance | null {
  const lastTurn = slots.findLast(({ amounts }) => amounts.some(({ kind }) => kind === 'turn'));
  if (lastTurn === undefined) return null;
  const { lastDay, stopVisitDay } = lastTurn.version;
  const rules = [
    ...devices.flatMap((device) => deviceRule(slots, device, words)),
    ...(lastDay === null ? [] : [words.stopOnDay(sheetDay(lastDay, words))]),
    ...(stopVisitDay === null ? [] : [words.stopAtVisit(sheetDay(stopVisitDay, words))]),
    words.stopWhenTold,
  ];
  return {
    stopRule: rules.length > 1 ? [...rules, words.whicheverFirst] : rules,
    missedTurnRule: version.missedTurnRule[language],
    minInterval: words.minInterval(formatDuration(version.minIntervalMin)),
  };
}

/** When to stop with one device, by the version that its last turn comes from. */
function deviceRule(
  slots: readonly SlotAhead[],
  { device: { device }, index }: Given['devices'][number],
  words: SheetWords,
): string[] {
  const has = (wanted: AmountAhead['kind']) => slots.some(({ amounts }) => amounts[index]?.kind === wanted);
  const last = slots.findLast(({ amounts }) => amounts[index]?.kind === 'turn');
  const { label } = device;
  if (last === undefined) {
    if (has('end-of-travel')) return [words.travelEnds(label, null)];
    if (has('hold')) return [words.held(label)];
    return has('complete') ? [words.finished(label)] : [];
  }
  const day = sheetDay(last.day, words);
  if (has('end-of-travel')) return [words.travelEnds(label, day)];
  const targetUm = planOf(last.version, device.id)?.targetUm ?? null;
  if (targetUm === null) return [];
  return [words.stopAt(label, words.decimal(formatMm(targetUm)), has('complete') ? day : null)];
}
