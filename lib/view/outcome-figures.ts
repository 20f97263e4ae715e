import { type Quartiles, quartilesOf } from '#lib/domain/outcome/distribution.ts';
import { areFew, shareOf } from '#lib/domain/outcome/interval.ts';
import type { OutcomeCase, OutcomeFigures } from '#lib/domain/outcome/unit-outcome.ts';
import { type DotCase, type DotPlot, dotPlot } from './dot-plot.ts';
import { formatMm, formatSignedMm, mm } from './format-amount.ts';
import { counted } from './format-date.ts';
import { patientName } from './patient-banner.ts';
import { percent } from './share-words.ts';

/** One figure of the unit: its middle and its spread in words, what else is to be known, and its drawing. */
export type OutcomeFigure = {
  id: string;
  title: string;
  /** `201 cases`, with a word where these are few. */
  counted: string;
  isFew: boolean;
  /** `Median −0.5 mm, half of the cases between −1.0 and 0.0 mm`; null of nothing. */
  summary: string | null;
  /** Further sentences. */
  notes: readonly string[];
  plot: DotPlot;
};

/** Planned against achieved, adherence and days lost, of all counted cases and of those that are shown. */
export function outcomeFigures(
  figures: OutcomeFigures,
  shown: readonly OutcomeCase[],
): readonly OutcomeFigure[] {
  return [difference(figures, shown), adherence(figures, shown), lostDays(figures, shown)];
}

type Valued = { title: string; id: string; unit: (value: number) => string; bin: number; anchor: number };

function figureOf(
  { id, title, unit, bin, anchor }: Valued,
  quartiles: Quartiles | null,
  notes: readonly string[],
  dots: readonly DotCase[],
  tick: (value: number) => string,
): OutcomeFigure {
  const n = quartiles?.n ?? 0;
  return {
    id,
    title,
    counted: counted(n, 'case'),
    isFew: areFew(n),
    summary:
      quartiles &&
      `Median ${unit(quartiles.median)}, half of the cases from ${unit(quartiles.lower)} to ${unit(quartiles.upper)}`,
    notes,
    plot: dotPlot(dots, quartiles, { bin, anchor, text: tick }),
  };
}

function difference(
  { ended, differenceUm, measuredDifferenceUm }: OutcomeFigures,
  shown: readonly OutcomeCase[],
) {
  const quartiles = quartilesOf(differenceUm);
  const measured = quartilesOf(measuredDifferenceUm);
  const without = ended - (quartiles?.n ?? 0);
  const notes = [
    measured === null
      ? 'In no case was every device measured after the last turn.'
      : `Measured after the last turn in ${counted(measured.n, 'case')}: median ${formatSignedMm(Math.round(measured.median))} from the target. Reported turns are not the gap.`,
    ...(without > 0 ? [`${counted(without, 'case')} had no target to compare with.`] : []),
  ];
  const dots = shown.flatMap((one) =>
    one.plannedUm === null || one.achievedUm === null
      ? []
      : [
          dotOf(
            one,
            one.achievedUm - one.plannedUm,
            `${formatMm(one.achievedUm)} of ${formatMm(one.plannedUm)}`,
          ),
        ],
  );
  const valued = { id: 'expansion', title: 'Achieved less planned expansion', bin: 250, anchor: 0 };
  return figureOf({ ...valued, unit: (um) => formatSignedMm(Math.round(um)) }, quartiles, notes, dots, (um) =>
    mm(um),
  );
}

function adherence({ adherencePermille, slots }: OutcomeFigures, shown: readonly OutcomeCase[]) {
  const done = shareOf(slots.done, slots.due);
  const unknown = shareOf(slots.unknown, slots.due);
  const notes =
    done && unknown
      ? [
          `Of ${counted(slots.due, 'slot')} with a planned turn, ${percent(done.share)} were turned as planned, of ${percent(unknown.share)} it is not known, and the others departed from the plan.`,
        ]
      : [];
  const dots = shown.flatMap((one) => {
    if (!one.slotsDue || one.slotsDone === null) return [];
    const value = (one.slotsDone / one.slotsDue) * 1000;
    return [dotOf(one, value, `${one.slotsDone} of ${one.slotsDue} slots as planned`)];
  });
  const valued = { id: 'adherence', title: 'Slots turned as planned', bin: 10, anchor: 1000 };
  const unit = (permille: number) => percent(permille / 1000);
  const tick = (permille: number) => `${Math.round(permille / 10)}`;
  return figureOf({ ...valued, unit }, quartilesOf(adherencePermille), notes, dots, tick);
}

function lostDays({ lostDays: lost, days }: OutcomeFigures, shown: readonly OutcomeCase[]) {
  const notes = [
    `In all ${counted(days.held, 'day')} held on purpose and ${counted(days.missed, 'day')} missed; of ${counted(days.unknown, 'day')} it is not known whether anything was turned.`,
  ];
  const dots = shown.flatMap((one) => {
    if (one.heldDays === null || one.missedDays === null) return [];
    return [dotOf(one, one.heldDays + one.missedDays, `${one.heldDays} held, ${one.missedDays} missed`)];
  });
  const valued = { id: 'lost-days', title: 'Days of activation without advance', bin: 1, anchor: 0 };
  const unit = (value: number) => counted(value, 'day');
  return figureOf({ ...valued, unit }, quartilesOf(lost), notes, dots, String);
}

function dotOf(one: OutcomeCase, value: number, said: string): DotCase {
  return { caseId: one.caseId, value, label: `${patientName(one)}, MRN ${one.mrn}: ${said}` };
}
