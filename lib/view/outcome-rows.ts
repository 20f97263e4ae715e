import type { OutcomeCase } from '#lib/domain/outcome/unit-outcome.ts';
import { mm } from './format-amount.ts';
import { formatDay } from './format-date.ts';
import { patientName } from './patient-banner.ts';

/** One case of the table beside the drawings; null: not known, or not yet. */
export type OutcomeRow = {
  caseId: string;
  name: string;
  mrn: string;
  operated: string;
  planned: string | null;
  achieved: string | null;
  measured: string | null;
  adherence: string | null;
  lost: string | null;
  complications: number;
  /** Days from placement to removal. */
  removal: string | null;
};

export function outcomeRow(one: OutcomeCase): OutcomeRow {
  const length = (um: number | null) => (um === null ? null : mm(um));
  const { slotsDue, slotsDone, slotsUnknown, heldDays, missedDays, unknownDays, removedDay, operatedDay } =
    one;
  return {
    caseId: one.caseId,
    name: patientName(one),
    mrn: one.mrn,
    operated: formatDay(operatedDay),
    planned: length(one.plannedUm),
    achieved: length(one.achievedUm),
    measured: length(one.measuredUm),
    adherence: slotsDue
      ? `${slotsDone} of ${slotsDue}${slotsUnknown ? `, ${slotsUnknown} not known` : ''}`
      : null,
    lost:
      heldDays === null
        ? null
        : `${heldDays} held, ${missedDays} missed${unknownDays ? `, ${unknownDays} not known` : ''}`,
    complications: one.complications,
    removal: removedDay === null ? null : String(removedDay - operatedDay),
  };
}
