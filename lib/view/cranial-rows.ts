import { dayOf } from '#lib/domain/case-day.ts';
import type { CranialMeasurement } from '#lib/domain/measurement/cranial-measurement.ts';
import { icvZHundredths } from '#lib/domain/measurement/volume-estimate.ts';
import type { Day } from '#lib/domain/units.ts';
import { CRANIAL_METHOD_WORDS, CRANIAL_WORDS, FINDING_WORDS } from './cranial-words.ts';
import { formatAge, wholeMonths } from './format-age.ts';
import { formatInstant } from './format-date.ts';

type Written = CranialMeasurement & {
  correctsId: string | null;
  correctionReason: string | null;
  retracted: boolean;
  by: string;
};

type Child = { bornDay: Day; sex: string; syndrome: string | null };

/** A measurement of the head in words; those that were corrected stay in sight. */
export type CranialLine = {
  id: string;
  taken: string;
  age: string;
  what: string;
  value: string;
  uncertainty: string | null;
  method: string;
  note: string | null;
  written: string;
  /** Another took its place, or it was withdrawn. */
  isGone: boolean;
  /** What it takes the place of, and why; null: nothing. */
  correction: string | null;
};

/** Everything that was measured of the head, the latest reading first. */
export function cranialLines(rows: readonly Written[], child: Child, zone: string): readonly CranialLine[] {
  const replaced = new Set(rows.map(({ correctsId }) => correctsId));
  return rows.map((row) => ({
    id: row.id,
    taken: formatInstant(row.takenAt, zone),
    age: formatAge(child.bornDay, dayOf(zone, row.takenAt)),
    what: CRANIAL_WORDS[row.kind],
    value: valueWords(row, child, zone),
    uncertainty: row.uncertainty === null ? null : `±${amountWords(row.kind, row.uncertainty)}`,
    method: CRANIAL_METHOD_WORDS[row.method],
    note: row.note,
    written: `${formatInstant(row.recordedAt, zone)}, ${row.by}`,
    isGone: row.retracted || replaced.has(row.id),
    correction:
      row.correctsId === null
        ? null
        : `${row.retracted ? 'Withdrawn' : 'Corrected'}: ${row.correctionReason}`,
  }));
}

function valueWords(row: Written, child: Child, zone: string): string {
  if (row.finding !== null) return FINDING_WORDS[row.finding];
  if (row.value === null) return '';
  const amount = amountWords(row.kind, row.value);
  if (row.kind !== 'icv') return amount;
  const months = wholeMonths(child.bornDay, dayOf(zone, row.takenAt));
  const z = icvZHundredths(row.value, child.sex, months);
  if (z === null) return amount;
  const beside = child.syndrome === null ? '' : `; syndrome: ${child.syndrome}`;
  return `${amount} (z ${(z / 100).toFixed(1)} among children of one year, Abbott 2000${beside})`;
}

/** `1,125.6 mL`, or `0.850`. */
function amountWords(kind: CranialMeasurement['kind'], thousandths: number): string {
  if (kind === 'icv' || kind === 'growth-corrected-icv') return formatMl(thousandths);
  return (thousandths / 1000).toFixed(3);
}

/** `1,125.6 mL` of µL. */
export function formatMl(ul: number): string {
  const tenths = Math.round(ul / 100) / 10;
  return `${tenths.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}\u00a0mL`;
}

/** A measurement as its form holds it. */
export type CranialValues = {
  kind: CranialMeasurement['kind'];
  method: string;
  value: string;
  uncertainty: string;
  finding: string;
  note: string;
};

export function cranialValues(row: CranialMeasurement): CranialValues {
  const { kind, method, value, uncertainty, finding, note } = row;
  return {
    kind,
    method,
    value: value === null ? '' : String(value / 1000),
    uncertainty: uncertainty === null ? '' : String(uncertainty / 1000),
    finding: finding ?? '',
    note: note ?? '',
  };
}
