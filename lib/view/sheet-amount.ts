import type { Device } from '#lib/domain/device/device.ts';
import type { AmountAhead, HeardStatus } from '#lib/domain/plan/turns-ahead.ts';
import { formatActuations } from './format-amount.ts';
import type { SheetWords } from './sheet-words.ts';

const PARTS: Readonly<Record<number, string>> = { 2: '\u00bd', 3: '1/3', 4: '\u00bc' };

/** The part of a turn that one actuation is; null where it is a whole one. */
export function strokePart({ actuationsPerTurn }: Device): string | null {
  return actuationsPerTurn === 1 ? null : (PARTS[actuationsPerTurn] ?? `1/${actuationsPerTurn}`);
}

/** What a device does in a slot, as a family reads it: with a box to tick where it is turned. */
export type SheetCell = {
  kind: 'turn' | 'back' | 'hold' | 'complete' | 'none' | 'heard' | 'unheard' | 'end-of-travel';
  /** `1 turn`, `2 × ¼ turn`, `do not turn`, `done`; empty where nothing is planned. */
  words: string;
  /** Which way the driver goes; null where it does not. */
  arrow: 'with' | 'against' | null;
};

/** The amount of a slot in the words of the sheet. A negative amount is turned the other way. */
export function sheetCell(amount: AmountAhead, device: Device, words: SheetWords): SheetCell {
  const { kind } = amount;
  if (kind === 'none') return { kind, words: '', arrow: null };
  if (kind === 'heard') return { kind, words: heardWords(amount, device, words), arrow: null };
  if (kind !== 'turn') return { kind, words: words[kind], arrow: null };
  const { centi } = amount;
  const isBack = centi < 0;
  const isWith = (device.turnDirection === 'with-arrow') !== isBack;
  return {
    kind: isBack ? 'back' : 'turn',
    words: isBack ? `${words.back} ${turnWords(-centi, device, words)}` : turnWords(centi, device, words),
    arrow: isWith ? 'with' : 'against',
  };
}

const WITH_AMOUNT: ReadonlySet<HeardStatus> = new Set(['partial', 'extra']);

/** What was reported, with how much where that is not what the plan asked for. */
function heardWords(
  { status, centi }: { status: HeardStatus; centi: number | null },
  device: Device,
  words: SheetWords,
): string {
  const said = words.heard[status];
  return WITH_AMOUNT.has(status) && centi !== null && centi > 0
    ? `${said}: ${turnWords(centi, device, words)}`
    : said;
}

function turnWords(centi: number, device: Device, words: SheetWords): string {
  const part = strokePart(device);
  const count = formatActuations(centi);
  if (part === null) return words.turn(count, centi > 100);
  return words.turn(centi === 100 ? part : `${count} \u00d7 ${part}`, false);
}
