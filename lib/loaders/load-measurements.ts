import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { newId } from '#lib/data/new-id.ts';
import { isoDay, localTime } from '#lib/domain/case-day.ts';
import { formatMinute, zoneNote } from '#lib/view/format-date.ts';
import { measurementRows } from '#lib/view/measurement-rows.ts';
import { loadCase } from './load-case.ts';

/** The measurements of a case, and what its form starts from. */
export async function loadMeasurements(caseIdParam: string) {
  const { at, record, course } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const here = localTime(facts.zone, at.now);
  return {
    caseId: at.caseId,
    rows: measurementRows(course),
    devices: course.devices.map(({ device }) => ({ id: device.id, label: device.label })),
    measurementId: newId(),
    today: isoDay(here.day),
    timeNow: formatMinute(here.minute),
    zoneNote: zoneNote(facts.zone, at.clinic.zone),
    mayRecord: mayAttempt(at, 'measurement.record') && header.closedAt === null,
  };
}
