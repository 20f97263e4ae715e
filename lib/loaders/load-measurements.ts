import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listMeasurementLines } from '#lib/data/measurement-lines.ts';
import { newId } from '#lib/data/new-id.ts';
import { takesWrite } from '#lib/domain/access/closed-case.ts';
import { isoDay, localTime } from '#lib/domain/case-day.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import { measurementDraft } from '#lib/view/measurement-form.ts';
import { withdrawnReadings } from '#lib/view/measurement-history.ts';
import { measurementRows } from '#lib/view/measurement-rows.ts';
import { loadCase } from './load-case.ts';

/** The measurements of a case, and its form: for a new one, or for the one whose id the address names. */
export async function loadMeasurements(caseIdParam: string, correct: unknown) {
  const { at, record, course } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const { zone, devices, measurements } = facts;
  const lines = await listMeasurementLines(at.caseId);
  const mayRecord = mayAttempt(at, 'measurement.record') && takesWrite(header, 'measurement.record');
  const corrected = measurements.find(({ id }) => id === correct);
  return {
    caseId: at.caseId,
    rows: measurementRows(course, lines),
    withdrawn: withdrawnReadings(lines, { devices, zone }),
    draft: mayRecord ? measurementDraft(newId(), corrected, { devices, zone, now: at.now }) : null,
    today: isoDay(localTime(zone, at.now).day),
    zoneNote: zoneNote(zone, at.clinic.zone),
  };
}
