import { TURN_OUTCOMES, type TurnOutcome } from '#lib/domain/turn/report.ts';
import { againstAsked, readAmountAsked } from '#lib/domain/turn/written-turn.ts';
import type { Centi } from '#lib/domain/units.ts';
import { momentOfSlot, rowsOf, type TurnRow, typedText, type WrittenTurns } from './turn-row.ts';
import { amountWords } from './turn-words.ts';

const SAID_ONCE = ['pain', 'siteLook', 'note'] as const;
const OF_ALL = ['turnedBy', 'checkedBy'] as const;

/**
 * The reports of a phone call: one for each row with an outcome. Done without an amount is what was planned. What
 * is said once (pain, site, signs, note) stays with the latest slot of the call.
 */
export function readCallForm(form: FormData): WrittenTurns {
  const written: WrittenTurns = { reports: [], fields: {} };
  const chosen = rowsOf(form).filter(({ key }) => typedText(form, `outcome.${key}`) !== '');
  const latest = chosen.map(slotOrder).sort().at(-1);
  for (const row of chosen) {
    const outcome = typedText(form, `outcome.${row.key}`);
    const slotKey = `${row.day}.${row.slot}`;
    const time = typedText(form, `time.${slotKey}`);
    const doneAt = time === '' ? null : momentOfSlot(row, time);
    if (time !== '' && doneAt === null) {
      written.fields[`time.${slotKey}`] = 'write the time with two digits each, such as 08:05';
    }
    const amount = amountOf(row, outcome, typedText(form, `amount.${row.key}`));
    if (typeof amount === 'string') written.fields[`amount.${row.key}`] = amount;
    const once = slotOrder(row) === latest ? SAID_ONCE : [];
    written.reports.push({
      values: {
        id: row.reportId,
        deviceId: row.deviceId,
        day: row.day,
        slot: row.slot,
        outcome,
        actuations: typeof amount === 'number' ? amount / 100 : null,
        doneAt,
        source: 'phone',
        resistance: typedText(form, `resistance.${row.key}`) || 'unknown',
        ...Object.fromEntries([...OF_ALL, ...once].map((name) => [name, typedText(form, name)])),
        ...(once.length > 0 && { signs: form.getAll('signs') }),
      },
      fieldOf: (part) => fieldOf(part, row.key, slotKey),
    });
  }
  return written;
}

/**
 * The amount of a row: hundredths, nothing, or the sentence that refuses it. The wrong way is against the plan; any other
 * amount without a sign goes the way of the plan.
 */
export function amountOf(
  { expectedCenti }: Pick<TurnRow, 'expectedCenti'>,
  outcome: string,
  typed: string,
): Centi | null | string {
  if (typed === '') {
    if (outcome === 'done' && expectedCenti !== 0) return expectedCenti;
    if (outcome === 'wrong-way' && expectedCenti !== 0) return -expectedCenti;
    return needsAmount(outcome) ? 'write how many actuations, such as 1 or 0.5' : null;
  }
  const amount = readAmountAsked(typed, expectedCenti);
  if (!amount.ok) return amountWords(amount.reason);
  return outcome === 'wrong-way' ? againstAsked(amount.value, expectedCenti) : amount.value;
}

function needsAmount(outcome: string): boolean {
  return isOutcome(outcome) && ['done', 'partial', 'wrong-way', 'extra'].includes(outcome);
}

function isOutcome(text: string): text is TurnOutcome {
  return (TURN_OUTCOMES as readonly string[]).includes(text);
}

function slotOrder({ day, slot }: TurnRow): string {
  return `${day}.${slot.padStart(3, '0')}`;
}

function fieldOf(part: string, key: string, slotKey: string): string {
  if (part === 'actuations') return `amount.${key}`;
  if (part === 'doneAt') return `time.${slotKey}`;
  if (part === 'resistance') return `resistance.${key}`;
  return [...OF_ALL, ...SAID_ONCE, 'signs'].some((name) => name === part) ? part : `outcome.${key}`;
}
