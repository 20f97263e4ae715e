import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Centi } from '#lib/domain/units.ts';
import { MOST_ACTUATIONS_CENTI } from './accept-report.ts';
import type { TurnOutcome } from './report.ts';

/** What a person wrote for one device in one slot. */
export type WrittenTurn = { outcome: TurnOutcome; actuationsCenti: Centi | null };

export type WrittenRefusal =
  | { kind: 'not-an-amount' }
  | { kind: 'too-fine' }
  | { kind: 'too-many'; mostCenti: Centi };

const SIGNS: Record<string, WrittenTurn> = {
  x: { outcome: 'skipped', actuationsCenti: 0 },
  '?': { outcome: 'not-sure', actuationsCenti: null },
  n: { outcome: 'could-not-engage', actuationsCenti: 0 },
};

const GLYPHS: Record<string, string> = {
  '\u00bc': ' 1/4',
  '\u00bd': ' 1/2',
  '\u00be': ' 3/4',
  '\u2153': ' 1/3',
  '\u2154': ' 2/3',
};
const DECIMAL = /^(\d{1,6})?(?:[.,](\d{1,6}))?$/;
const FRACTION = /^(?:(\d{1,3}) )?(\d{1,2})\/(\d{1,2})$/;

/**
 * Reads a cell of a paper sheet: empty is nothing recorded (null), an amount (`1`, `0.5`, `1/2`, `-1` the wrong way, or
 * `+1` where the slot turns back), `x` skipped, `?` not sure, `n` could not engage. `expectedCenti` is what the plan asked
 * for in that slot: an amount equal to it is done, a smaller one partial, a larger one extra.
 */
export function readTurn(text: string, expectedCenti: Centi): Result<WrittenTurn | null, WrittenRefusal> {
  const written = text.trim().toLowerCase();
  if (written === '') return ok(null);
  const sign = SIGNS[written];
  if (sign) return ok(sign);
  const amount = readAmountAsked(written, expectedCenti);
  return amount.ok ? ok(turnOf(amount.value, expectedCenti)) : amount;
}

/**
 * Signed hundredths of an amount that was written for a slot. Without a sign it goes the way that the slot asks for; a
 * sign says the way itself, `+` on and `-` back.
 */
export function readAmountAsked(text: string, expectedCenti: Centi): Result<Centi, WrittenRefusal> {
  const amount = readAmount(text);
  if (!amount.ok) return amount;
  const isUnsigned = !/^[+\-\u2212]/.test(text.trim());
  return expectedCenti < 0 && isUnsigned && amount.value !== 0 ? ok(-amount.value) : amount;
}

/** An amount that was turned the wrong way, whichever sign it was written with: against what the slot asks for. */
export function againstAsked(centi: Centi, expectedCenti: Centi): Centi {
  return expectedCenti < 0 ? Math.abs(centi) : -Math.abs(centi);
}

/** Signed hundredths of an actuation as people write them: `1`, `0.5`, `0,5`, `1/3`, `1 1/2`, `½`, `-1`. */
export function readAmount(text: string): Result<Centi, WrittenRefusal> {
  const spelled = text.trim().replace(/[\u00bc\u00bd\u00be\u2153\u2154]/g, (glyph) => GLYPHS[glyph] ?? '');
  const match = /^([+\-\u2212])?\s*(\S.*)$/.exec(spelled.trim());
  if (!match) return refused({ kind: 'not-an-amount' });
  const size = magnitude((match[2] ?? '').replace(/\s+/g, ' '));
  if (!size.ok) return size;
  if (size.value > MOST_ACTUATIONS_CENTI)
    return refused({ kind: 'too-many', mostCenti: MOST_ACTUATIONS_CENTI });
  const isNegative = match[1] !== undefined && match[1] !== '+';
  return ok(isNegative && size.value !== 0 ? -size.value : size.value);
}

/**
 * What an amount means against the plan. Thirds and the like are kept to the hundredth, so an amount within one
 * hundredth of the plan is the plan.
 */
function turnOf(centi: Centi, expectedCenti: Centi): WrittenTurn {
  if (centi === 0) return { outcome: 'skipped', actuationsCenti: 0 };
  if (expectedCenti !== 0 && Math.abs(centi - expectedCenti) <= 1) {
    return { outcome: 'done', actuationsCenti: expectedCenti };
  }
  if (centi < 0 !== expectedCenti < 0) {
    return { outcome: centi < 0 || expectedCenti < 0 ? 'wrong-way' : 'extra', actuationsCenti: centi };
  }
  return { outcome: Math.abs(centi) < Math.abs(expectedCenti) ? 'partial' : 'extra', actuationsCenti: centi };
}

function magnitude(text: string): Result<Centi, WrittenRefusal> {
  const fraction = FRACTION.exec(text);
  if (fraction) {
    const [, whole = '0', over, under] = fraction;
    if (Number(under) === 0) return refused({ kind: 'not-an-amount' });
    return ok(Math.round((Number(whole) + Number(over) / Number(under)) * 100));
  }
  const decimal = DECIMAL.exec(text);
  if (!decimal || (decimal[1] === undefined && decimal[2] === undefined)) {
    return refused({
      kind: /^\d{7,}([.,]\d*)?$|^\d+e\d+$/.test(text) ? 'too-many' : 'not-an-amount',
      mostCenti: MOST_ACTUATIONS_CENTI,
    });
  }
  const decimals = (decimal[2] ?? '').replace(/0+$/, '');
  if (decimals.length > 2) return refused({ kind: 'too-fine' });
  return ok(Number(decimal[1] ?? '0') * 100 + Number(decimals.padEnd(2, '0')));
}
