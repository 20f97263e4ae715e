import { localTime } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { SlotEntry, SlotStatus } from '#lib/domain/timeline/slot-entry.ts';
import type { Day } from '#lib/domain/units.ts';
import { slotId } from '#lib/view/chart/chart-reported.ts';
import { formatActuationCount, formatActuations } from './format-amount.ts';
import { formatDay, formatMinute } from './format-date.ts';
import { slotAddress } from './slot-address.ts';
import { type CellFill, slotSign } from './slot-sign.ts';
import type { SlotOfDevice, TurnSlot } from './turn-slots.ts';

/** How an entry came in, where that is worth seeing. */
export type CellMark = 'late' | 'transcribed' | 'imported' | 'corrected';

/** Letter, word and explanation of each mark. */
export const CELL_MARKS: Record<CellMark, { letter: string; word: string; means: string }> = {
  late: { letter: 'L', word: 'late', means: 'first reported after the grace of its slot' },
  transcribed: { letter: 'T', word: 'transcribed', means: 'copied from a paper sheet' },
  imported: { letter: 'I', word: 'imported', means: 'read from a file' },
  corrected: { letter: 'C', word: 'corrected', means: 'the original is kept in the entry' },
};

/** One device in one slot of the flowsheet. Blank is not zero: nothing was asked and nothing was reported. */
export type FlowCell = {
  address: string;
  text: string;
  status: SlotStatus;
  fill: CellFill;
  marks: readonly CellMark[];
  /** All of it in words, for the cell's name and its hover hint. */
  words: string;
  /** False for a blank: there is nothing to open. */
  opens: boolean;
};

type Place = {
  course: Course;
  device: Device;
  deviceIndex: number;
  day: Day;
  slot: number;
  found: TurnSlot | undefined;
  corrected: ReadonlySet<string>;
};

export function flowCell({ course, device, deviceIndex, day, slot, found, corrected }: Place): FlowCell {
  const { zone } = course.facts;
  const of = found?.devices[deviceIndex];
  const entry = of?.entry ?? null;
  const status: SlotStatus = entry?.status ?? (of?.planKind === 'turn' ? 'future' : 'quiet');
  const marks = marksOf(entry, corrected.has(slotId({ deviceId: device.id, day, slot })));
  const minute = found?.minute ?? (entry && localTime(zone, entry.at).minute);
  const when = `${formatDay(day)}${minute === null || minute === undefined ? '' : ` ${formatMinute(minute)}`}`;
  const said = [statusWords(status, of), ...marks.map((mark) => CELL_MARKS[mark].word)].join(', ');
  return {
    address: slotAddress({ day, slot, deviceIndex }),
    text: textOf(status, of),
    status,
    fill: slotSign(status).fill,
    marks,
    words: `${device.label}, ${when}, slot ${slot}: ${said}`,
    opens: status !== 'quiet' || (entry?.reports.length ?? 0) > 0 || marks.length > 0,
  };
}

/** What stands in the cell of a slot that is held on purpose. */
export const HOLD_LETTER = 'H';
/** What stands in the cell of a slot that is planned and has not come. */
export const FUTURE_LETTER = '\u00b7';

function textOf(status: SlotStatus, of: SlotOfDevice | undefined): string {
  const reported = of?.entry?.reportedCenti ?? null;
  if (reported !== null) return formatActuations(reported);
  if (status === 'future') return FUTURE_LETTER;
  return status === 'quiet' && of?.planKind === 'hold' ? HOLD_LETTER : slotSign(status).letter;
}

/** `done, 1 actuation of 1 planned`; `not reported, 1 actuation planned`; `on hold`. */
export function statusWords(status: SlotStatus, of: SlotOfDevice | undefined): string {
  const entry = of?.entry ?? null;
  if (status === 'quiet' && entry?.reportedCenti == null) {
    if (of?.planKind === 'hold') return 'on hold';
    return of?.planKind === 'complete' ? 'planned amount reached' : 'nothing planned';
  }
  const word = status === 'quiet' ? 'nothing turned' : slotSign(status).word;
  const planned = of && of.plannedCenti !== 0 ? formatActuations(of.plannedCenti) : null;
  if (entry?.reportedCenti == null) {
    return planned === null ? word : `${word}, ${formatActuationCount(of?.plannedCenti ?? 0)} planned`;
  }
  const reported = formatActuationCount(entry.reportedCenti);
  return `${word}, ${reported}${planned === null ? '' : ` of ${planned} planned`}`;
}

function marksOf(entry: SlotEntry | null, isCorrected: boolean): readonly CellMark[] {
  const marks: CellMark[] = [];
  if (entry?.late) marks.push('late');
  if (entry?.reports.some(({ source }) => source === 'paper')) marks.push('transcribed');
  if (entry?.reports.some(({ source }) => source === 'import')) marks.push('imported');
  if (isCorrected) marks.push('corrected');
  return marks;
}
