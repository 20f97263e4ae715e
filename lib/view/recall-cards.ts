import type { Recall } from '#lib/domain/device/recall.ts';
import type { Instant } from '#lib/domain/units.ts';
import { counted, formatDay, formatInstant } from './format-date.ts';

type RecallRow = Recall & {
  model: string | null;
  by: string;
  withdrawn: { reason: string; by: string; recordedAt: Instant } | null;
  openCases: number;
  closedCases: number;
  openUnclear: number;
};

/** A recall with what it covers in this clinic. */
export type RecallCard = {
  id: string;
  level: Recall['level'];
  headline: string;
  reason: string;
  source: string;
  written: string;
  /** How many cases have or had such a device. */
  affects: string;
  /** In how many more open cases a device may be one, as its label is not on record; null: in none. */
  mayAffect: string | null;
  /** The search that lists them. */
  href: string;
  withdrawn: string | null;
};

export function recallCards(rows: readonly RecallRow[], zone: string): readonly RecallCard[] {
  return rows.map((row) => {
    const { id, level, model, modelId, lot, serial, reason, reference, withdrawn } = row;
    const asked = Object.entries({ modelId, lot, serial }).filter(([, value]) => value !== null);
    const query = new URLSearchParams(asked as [string, string][]);
    return {
      id,
      level,
      headline: [model, lot && `lot ${lot}`, serial && `serial ${serial}`].filter(Boolean).join(', '),
      reason,
      source: `${reference}, ${formatDay(row.issuedDay)}`,
      written: `${formatInstant(row.recordedAt, zone)}, ${row.by}`,
      affects: `${counted(row.openCases, 'open case')}, ${counted(row.closedCases, 'closed case')}`,
      mayAffect:
        row.openUnclear === 0
          ? null
          : `${counted(row.openUnclear, 'open case')} may be affected: label not recorded`,
      href: `/hardware?${query}`,
      withdrawn:
        withdrawn &&
        `Withdrawn ${formatInstant(withdrawn.recordedAt, zone)}, ${withdrawn.by}: ${withdrawn.reason}`,
    };
  });
}

/** What a recall that was recorded a moment ago did. */
export function recordedWords({ headline, affects, mayAffect }: RecallCard): string {
  const where = [affects, mayAffect].filter(Boolean).join('; ');
  return `Recorded: ${headline}. ${where}. The open ones with it in place are flagged.`;
}
