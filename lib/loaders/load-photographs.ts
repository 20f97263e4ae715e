import 'server-only';
import { mayAttempt, requireCase } from '#lib/auth/gate.ts';
import { newId } from '#lib/data/new-id.ts';
import { listPhotographs } from '#lib/data/photographs.ts';
import { takesWrite } from '#lib/domain/access/closed-case.ts';
import { dayOf, isoDay } from '#lib/domain/case-day.ts';
import { shownChoices } from '#lib/view/complication-photographs.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import { photographPage, photographQuery } from '#lib/view/photograph-page.ts';
import { loadCase } from './load-case.ts';

/** The photographs of a case, and what the form for one more starts from. */
export async function loadPhotographs(
  caseIdParam: string,
  address: Record<string, string | string[] | undefined>,
) {
  await requireCase(caseIdParam, 'photograph.read');
  const { at, record, course } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const devices = course.devices.map(({ device }) => ({ id: device.id, label: device.label }));
  const of = { caseId: at.caseId, zone: facts.zone, operatedAt: course.phase.operatedAt };
  const { complications } = facts;
  const asked = complications.find(({ id }) => id === address.complication);
  const mayRecord = mayAttempt(at, 'photograph.record');
  return {
    caseId: at.caseId,
    ...photographPage(
      await listPhotographs(at.caseId),
      { ...of, devices, complications },
      photographQuery(address),
    ),
    choices: devices,
    complications: shownChoices(complications, devices),
    /** What the form starts from where the address names a complication. */
    shows: asked ? { complicationId: asked.id, deviceId: asked.deviceId } : null,
    photographId: newId(),
    today: isoDay(dayOf(facts.zone, at.now)),
    zoneNote: zoneNote(facts.zone, at.clinic.zone),
    mayRecord: mayRecord && takesWrite(header, 'photograph.record'),
    mayRetract: mayRecord,
  };
}
