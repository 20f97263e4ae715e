import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { newId } from '#lib/data/new-id.ts';
import { listReportTraces } from '#lib/data/report-traces.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { type Flowsheet, flowsheet } from '#lib/view/flowsheet.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import { readSlotAddress, slotAddress } from '#lib/view/slot-address.ts';
import { type SlotRecord, slotRecord } from '#lib/view/slot-record.ts';
import { loadCase } from './load-case.ts';

export type LoadedFlowsheet = {
  caseId: AuthorizedCaseId;
  sheet: Flowsheet;
  /** The opened cell: its address and what is recorded there. */
  opened: { address: string; record: SlotRecord; reportId: string } | null;
  /** ` (Europe/Madrid time)` where it is not the clinic's, else nothing. */
  zoneNote: string;
  mayRecord: boolean;
  isClosed: boolean;
  hasProtocol: boolean;
};

/** The address may name an entry that is open, and a day that a long course is shown up to. */
export type FlowsheetQuery = { at?: unknown; until?: unknown };

/** The flowsheet of a case, with the entry that the address names. */
export async function loadFlowsheet(caseIdParam: string, query: FlowsheetQuery): Promise<LoadedFlowsheet> {
  const { at, record, course } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const place = readSlotAddress(query.at);
  const until = typeof query.until === 'string' ? dayFromIso(query.until) : null;
  const device = place ? course.devices[place.deviceIndex]?.device : undefined;
  const traces = device ? await listReportTraces(at.caseId, device.id) : new Map();
  const slot = place ? slotRecord(course, place, traces) : null;
  return {
    caseId: at.caseId,
    sheet: flowsheet(course, place?.day ?? until),
    opened: place && slot ? { address: slotAddress(place), record: slot, reportId: newId() } : null,
    zoneNote: zoneNote(facts.zone, at.clinic.zone),
    mayRecord: mayAttempt(at, 'turns.record'),
    isClosed: header.closedAt !== null,
    hasProtocol: facts.versions.length > 0,
  };
}
