import 'server-only';
import { mayAttempt, requireClinic } from '#lib/auth/gate.ts';
import { noteListRead } from '#lib/data/list-reads.ts';
import { findNames } from '#lib/data/names.ts';
import { pool } from '#lib/data/pool.ts';
import { listRemovalCandidates } from '#lib/data/removal-list.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import { listTheatreBookings } from '#lib/data/theatre-slots.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { orphansOf } from '#lib/domain/theatre/block-load.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { placeWords } from '#lib/view/booking-words.ts';
import { GROUP_WORDS, REMOVAL_GROUPS, type RemovalRow, removalRows } from '#lib/view/removal-row.ts';

export type RemovalsPage = {
  rows: readonly RemovalRow[];
  groups: readonly { href: string; label: string; current: boolean; count: number }[];
  /** Bookings that no block holds any more. */
  orphans: readonly { caseId: string; name: string; when: string; where: string }[];
  mayManage: boolean;
};

const YEAR_MS = 366 * 86_400_000;

/** Whose hardware may come out when: every open case with hardware in place, as judged now. */
export async function loadRemovals(query: { show?: unknown }): Promise<RemovalsPage> {
  const at = await requireClinic('case.read');
  const { clinic, person, now } = at;
  await reassessDueStandings({ clinicId: clinic.id, now });
  const [candidates, plan, booked] = await Promise.all([
    listRemovalCandidates(clinic.id),
    findTheatrePlan(pool(), clinic.id, dayOf(clinic.zone, now)),
    listTheatreBookings(pool(), clinic.id, { from: now, until: now + YEAR_MS, now }),
  ]);
  // What a surgeon put outside the blocks with a reason has lost none.
  const isMeantSo = new Set(
    candidates.flatMap(({ caseId, removal }) =>
      removal.booking?.departures.includes('outside-block') ? [caseId] : [],
    ),
  );
  const inBlocks = booked.filter(({ caseId }) => !isMeantSo.has(caseId));
  const orphaned = orphansOf(plan.schedule, inBlocks);
  const names = await findNames([
    ...orphaned.map(({ roomId }) => roomId),
    ...candidates.flatMap(({ removal }) => removal.window.early?.byId ?? []),
  ]);
  const all = removalRows(candidates, clinic.zone, now, names);
  const chosen = REMOVAL_GROUPS.find((group) => group === query.show) ?? null;
  const rows = chosen === null ? all : all.filter(({ group }) => group === chosen);
  const orphans = booked.filter(({ bookingId }) => orphaned.some((one) => one.bookingId === bookingId));
  const shown = [...rows, ...orphans].map(({ caseId }) => caseId);
  await noteListRead({ list: 'removals', clinicId: clinic.id, personId: person.id }, shown, now);
  return {
    rows,
    groups: [
      { href: '/removals', label: 'All', current: chosen === null, count: all.length },
      ...REMOVAL_GROUPS.map((group) => ({
        href: `/removals?show=${group}`,
        label: GROUP_WORDS[group],
        current: group === chosen,
        count: all.filter((row) => row.group === group).length,
      })),
    ],
    orphans: orphans.map((one) => ({
      caseId: one.caseId,
      name: one.patientName,
      when: placeWords({ startsAt: one.from, endsAt: one.until }, clinic.zone),
      where: `${names[one.roomId] ?? 'a room'}, ${one.surgeonName}`,
    })),
    mayManage: mayAttempt(at, 'theatre.manage'),
  };
}
