import { z } from 'zod';
import { REPORT_SOURCES, RESISTANCES, TURN_OUTCOMES, type TurnOutcome } from '#lib/domain/turn/report.ts';
import { signsField } from './contact.ts';
import {
  actuationsField,
  choiceField,
  dayField,
  idField,
  momentField,
  optionalTextField,
  orNull,
  tickField,
  wholeField,
} from './form-fields.ts';

/** Most reports that one write takes: five months of two devices at three sessions a day, twice over. */
const MOST_REPORTS = 2000;

// Octets the table keeps of a short text and of a note: all of a report fits into one index entry.
const SHORT_OCTETS = 160;
const NOTE_OCTETS = 1200;

const octets = (text: string | null) => (text === null ? 0 : new TextEncoder().encode(text).length);

const shortText = optionalTextField(80).refine((text) => octets(text) <= SHORT_OCTETS, 'write less');
const noteText = optionalTextField(600).refine(
  (text) => octets(text) <= NOTE_OCTETS,
  'write at most 600 characters, fewer of a script that needs more room',
);

const AMOUNT_RULES: Partial<Record<TurnOutcome, { fits: (centi: number) => boolean; sentence: string }>> = {
  done: {
    fits: (centi) => centi !== 0,
    sentence: 'a turn that was done has an amount; for none choose skipped',
  },
  partial: {
    fits: (centi) => centi !== 0,
    sentence: 'a partial turn has an amount; for none choose skipped',
  },
  extra: { fits: (centi) => centi !== 0, sentence: 'an extra turn has an amount' },
  'wrong-way': { fits: (centi) => centi !== 0, sentence: 'a turn the wrong way has an amount, such as -1' },
  skipped: { fits: (centi) => centi === 0, sentence: 'a skipped turn has no amount; leave it out or give 0' },
};

/**
 * One report as it comes in. Without an amount, `skipped` and `could-not-engage` are 0 and `not-sure` is unknown.
 * A correction names the report that it replaces and says why; `retracted` when the turn never was.
 */
export const turnReportInput = z
  .object({
    id: idField,
    deviceId: idField,
    day: dayField,
    slot: wholeField(1, 24, 'the session'),
    outcome: choiceField(TURN_OUTCOMES, 'choose what happened'),
    actuations: orNull(actuationsField).optional(),
    doneAt: orNull(momentField).optional(),
    source: choiceField(REPORT_SOURCES, 'choose where it comes from'),
    turnedBy: shortText.optional(),
    checkedBy: shortText.optional(),
    resistance: choiceField(RESISTANCES).default('unknown'),
    pain: orNull(wholeField(0, 10, 'points')).optional(),
    siteLook: shortText.optional(),
    note: noteText.optional(),
    signs: signsField.optional(),
    correctsId: orNull(idField).optional(),
    correctionReason: noteText.optional(),
    retracted: tickField.optional(),
  })
  .transform((report, context) => {
    const {
      outcome,
      actuations = null,
      correctsId = null,
      correctionReason = null,
      retracted = false,
    } = report;
    const actuationsCenti =
      actuations ?? (outcome === 'skipped' || outcome === 'could-not-engage' ? 0 : null);
    const rule = AMOUNT_RULES[outcome];
    if (!retracted && actuationsCenti !== null && rule && !rule.fits(actuationsCenti)) {
      context.addIssue({ code: 'custom', path: ['actuations'], message: rule.sentence });
    }
    if ((retracted || correctionReason !== null) && correctsId === null) {
      context.addIssue({ code: 'custom', path: ['correctsId'], message: 'say which report this corrects' });
    }
    if (correctsId !== null && correctionReason === null) {
      context.addIssue({ code: 'custom', path: ['correctionReason'], message: 'say why it is corrected' });
    }
    return {
      id: report.id,
      deviceId: report.deviceId,
      day: report.day,
      slot: report.slot,
      actuationsCenti: outcome === 'not-sure' ? actuations : actuationsCenti,
      outcome,
      doneAt: report.doneAt ?? null,
      source: report.source,
      turnedBy: report.turnedBy ?? null,
      checkedBy: report.checkedBy ?? null,
      resistance: report.resistance,
      pain: report.pain ?? null,
      siteLook: report.siteLook ?? null,
      note: report.note ?? null,
      /** Null: those of the report that it corrects, else none. */
      signs: report.signs ?? null,
      correctsId,
      correctionReason,
      retracted,
    };
  });
export type TurnReportInput = z.output<typeof turnReportInput>;

/** A batch that is kept as a whole or not at all. */
export const turnReportsInput = z.object({
  reports: z
    .array(turnReportInput, 'give a list of reports')
    .min(1, 'there is nothing to record')
    .max(MOST_REPORTS, `send at most ${MOST_REPORTS} reports at once`),
  /** A report of a slot that has one already: `ask` refuses it unless it says that it is extra or a correction. */
  secondInSlot: choiceField(['keep', 'ask']).optional(),
});
export type TurnReportsInput = z.output<typeof turnReportsInput>;
