import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listCranialRows } from '#lib/data/cranial-measurements.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { takesWrite } from '#lib/domain/access/closed-case.ts';
import { isoDay, localTime } from '#lib/domain/case-day.ts';
import { volumeEstimate } from '#lib/domain/measurement/volume-estimate.ts';
import { type CranialLine, type CranialValues, cranialLines, cranialValues } from '#lib/view/cranial-rows.ts';
import { formatMinute, zoneNote } from '#lib/view/format-date.ts';
import { type EstimateWords, estimateWords } from '#lib/view/volume-words.ts';
import { loadCase } from './load-case.ts';

export type HeadPage = {
  caseId: string;
  zoneNote: string;
  lines: readonly CranialLine[];
  /** Null where no source gives a figure. */
  estimate: EstimateWords | null;
  form: {
    id: string;
    day: string;
    time: string;
    corrects: (CranialValues & { id: string; words: string }) | null;
  } | null;
};

/** What was measured of the head as a whole; `correct`: the id of the row that is corrected. */
export async function loadHead(caseIdParam: string, correct: unknown): Promise<HeadPage> {
  const { at, record, card, assessment } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const rows = await listCranialRows(pool(), at.caseId);
  const lines = cranialLines(rows, card.patient, facts.zone);
  const mayRecord = mayAttempt(at, 'measurement.record') && takesWrite(header, 'measurement.record');
  const corrected = lines.find(({ id, isGone }) => id === correct && !isGone);
  const row = rows.find(({ id }) => id === corrected?.id);
  const takenAt = row?.takenAt ?? at.now;
  const { day, minute } = localTime(facts.zone, takenAt);
  const expansions = assessment.devices.map(({ reportedUm, anchoredUm }) => reportedUm + anchoredUm);
  return {
    caseId: at.caseId,
    zoneNote: zoneNote(facts.zone, at.clinic.zone),
    lines,
    estimate: estimateWords(volumeEstimate(facts.site, expansions)),
    form: mayRecord
      ? {
          id: newId(),
          day: isoDay(day),
          time: formatMinute(minute),
          corrects:
            corrected && row
              ? {
                  ...cranialValues(row),
                  id: corrected.id,
                  words: `${corrected.what}, ${corrected.taken}: ${corrected.value}`,
                }
              : null,
        }
      : null,
  };
}
