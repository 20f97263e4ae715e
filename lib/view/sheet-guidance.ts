import type { PlannedSlot } from '#lib/domain/plan/planned-slots.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { Day } from '#lib/domain/units.ts';
import { formatMm } from './format-amount.ts';
import { formatDuration } from './format-date.ts';
import type { SheetLanguage } from './sheet-language.ts';
import { type SheetWords, sheetDay } from './sheet-words.ts';

/** What a family does besides turning: when to stop, and what the protocol's own rule says after a missed turn. */
export type SheetGuidance = {
  stopRule: readonly string[];
  missedTurnRule: string;
  minInterval: string;
};

type Given = {
  version: ProtocolVersion;
  language: SheetLanguage;
  words: SheetWords;
  /** What is laid out, one amount per device of the course. */
  slots: readonly PlannedSlot[];
  devices: readonly { device: DeviceCourse; index: number }[];
};

export function sheetGuidance({ version, language, words, slots, devices }: Given): SheetGuidance {
  const amounts = devices.flatMap(({ device, index }) => {
    const { id, label } = device.device;
    const targetUm = version.devices.find(({ deviceId }) => deviceId === id)?.targetUm ?? null;
    if (targetUm === null) return [];
    const last = lastBox(slots, index);
    const mm = words.decimal(formatMm(targetUm));
    return words.stopAt(label, mm, last === null ? null : sheetDay(last, words));
  });
  const { lastDay, stopVisitDay } = version;
  const rules = [
    ...amounts,
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

/** The day of the device's last turn, where the sheet reaches its target. */
function lastBox(slots: readonly PlannedSlot[], index: number): Day | null {
  const isComplete = slots.some(({ amounts }) => amounts[index]?.kind === 'complete');
  const last = slots.findLast(({ amounts }) => amounts[index]?.kind === 'turn');
  return isComplete && last ? last.day : null;
}
