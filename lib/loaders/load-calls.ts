import 'server-only';
import { requireClinic } from '#lib/auth/gate.ts';
import { listCalls } from '#lib/data/call-list.ts';
import { listStaff } from '#lib/data/clinic-staff.ts';
import { noteListRead } from '#lib/data/list-reads.ts';
import { newId } from '#lib/data/new-id.ts';
import { dayOf, startOfDay } from '#lib/domain/case-day.ts';
import { CALL_RULES } from '#lib/domain/contact/call-rules.ts';
import type { Instant } from '#lib/domain/units.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { type CallRow, callRow, spokenWords } from '#lib/view/call-row.ts';
import { type Choice, familyStaffChoices } from '#lib/view/intake-words.ts';
import { patientName } from '#lib/view/patient-banner.ts';

/** The list of calls. Each line has the id of the contact that its form makes: sent twice, it is one. */
export type CallsPage = {
  rows: readonly (CallRow & { contactId: string })[];
  /** The place of the list in the order of changes, and when it was made. */
  seen: string;
  loadedAt: Instant;
  total: number;
  first: number;
  /** Where the call can be seen that was recorded just now and led back here. */
  recordedHref: string | undefined;
  previousHref: string | undefined;
  nextHref: string | undefined;
  /** Who may have told a family of a hold. */
  staff: readonly Choice[];
  spoken: readonly { caseId: string; name: string; when: string }[];
};

const PAGE_SIZE = 25;

/** Whom to phone today, and who has been reached: for those who may record it. */
export async function loadCalls(address: Record<string, string | string[] | undefined>): Promise<CallsPage> {
  const { clinic, person, now } = await requireClinic('contact.record');
  await reassessDueStandings({ clinicId: clinic.id, now });
  const asked = Number(address.page);
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 1000 ? asked : 1;
  const [{ total, cases, spoken, seen }, staff] = await Promise.all([
    listCalls({
      clinicId: clinic.id,
      rules: CALL_RULES,
      dayStart: startOfDay(clinic.zone, dayOf(clinic.zone, now)),
      page,
      pageSize: PAGE_SIZE,
    }),
    listStaff(clinic.id),
  ]);
  const shown = [...cases, ...spoken].map(({ caseId }) => caseId);
  await noteListRead({ list: 'calls', clinicId: clinic.id, personId: person.id }, shown, now);
  const before = (page - 1) * PAGE_SIZE;
  const hrefOf = (other: number) => (other === 1 ? '/calls' : `/calls?page=${other}`);
  return {
    rows: cases.map((row) => ({ ...callRow(row, now), contactId: newId() })),
    staff: familyStaffChoices(staff),
    seen,
    loadedAt: now,
    total,
    first: before + 1,
    recordedHref: contactsOf(address.recorded),
    previousHref: page > 1 ? hrefOf(page - 1) : undefined,
    nextHref: before + cases.length < total ? hrefOf(page + 1) : undefined,
    spoken: spoken.map(({ caseId, patient, reachedAt, zone }) => ({
      caseId,
      name: patientName(patient),
      when: spokenWords(reachedAt, zone),
    })),
  };
}

/** The contacts of the case that an address names. */
function contactsOf(caseId: unknown): string | undefined {
  return typeof caseId === 'string' && /^[0-9a-f-]{36}$/.test(caseId)
    ? `/cases/${caseId}/contacts`
    : undefined;
}
