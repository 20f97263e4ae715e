import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listCaseWrites } from '#lib/data/case-writes.ts';
import { listPhotographs } from '#lib/data/photographs.ts';
import { pool } from '#lib/data/pool.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import { type TimelineView, timelineView } from '#lib/view/timeline/timeline-page.ts';
import { loadCase } from './load-case.ts';

export type TimelinePage = TimelineView & { caseId: string; zoneNote: string };

/** What happened in a case, newest first; `kind` of the address leaves one kind of it. */
export async function loadTimeline(caseIdParam: string, kind: unknown): Promise<TimelinePage> {
  const { at, record, card } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const [changes, photographs] = await Promise.all([
    listCaseWrites(pool(), { caseIds: [at.caseId], since: header.openedAt - 1, until: at.now }),
    mayAttempt(at, 'photograph.read') ? listPhotographs(at.caseId) : [],
  ]);
  const view = timelineView(facts, {
    path: `/cases/${at.caseId}`,
    people: card.people,
    now: at.now,
    changes,
    photographs,
    kind,
  });
  return { ...view, caseId: at.caseId, zoneNote: zoneNote(facts.zone, at.clinic.zone) };
}
