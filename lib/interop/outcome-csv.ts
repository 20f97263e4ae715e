import { stringify } from 'csv-stringify/sync';
import { isoDay } from '#lib/domain/case-day.ts';
import type { OutcomeCase } from '#lib/domain/outcome/unit-outcome.ts';
import type { Day, Um } from '#lib/domain/units.ts';

const day = (value: Day | null) => (value === null ? null : isoDay(value));
const mm = (um: Um | null) => (um === null ? null : um / 1000);

const COLUMNS: readonly (readonly [string, (one: OutcomeCase) => string | number | null])[] = [
  ['mrn', ({ mrn }) => mrn],
  ['site', ({ site }) => site],
  ['surgeon', ({ surgeonName }) => surgeonName],
  ['syndrome', ({ syndrome }) => syndrome],
  ['age_months', ({ ageMonths }) => ageMonths],
  ['operated', ({ operatedDay }) => day(operatedDay)],
  ['activation_ended', ({ endedDay }) => day(endedDay)],
  ['removed', ({ removedDay }) => day(removedDay)],
  ['planned_mm', ({ plannedUm }) => mm(plannedUm)],
  ['achieved_mm', ({ achievedUm }) => mm(achievedUm)],
  ['measured_mm', ({ measuredUm }) => mm(measuredUm)],
  ['slots_due', ({ slotsDue }) => slotsDue],
  ['slots_as_planned', ({ slotsDone }) => slotsDone],
  ['slots_not_known', ({ slotsUnknown }) => slotsUnknown],
  ['days_held', ({ heldDays }) => heldDays],
  ['days_missed', ({ missedDays }) => missedDays],
  ['days_not_known', ({ unknownDays }) => unknownDays],
  ['complications', ({ complications }) => complications],
  ['case', ({ caseId }) => caseId],
];

/**
 * Lines of a CSV file of outcomes, the head with its first piece. A cell that a spreadsheet would run as a formula
 * (`= + - @`) gets an apostrophe in front; what is not known is empty.
 */
export function outcomeCsv(cases: readonly OutcomeCase[], isFirst: boolean): string {
  const lines = cases.map((one) => COLUMNS.map(([, value]) => value(one)));
  const head = isFirst ? [COLUMNS.map(([name]) => name)] : [];
  return stringify([...head, ...lines], { bom: isFirst, escape_formulas: true, record_delimiter: 'windows' });
}
