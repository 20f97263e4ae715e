import { newToken } from '#lib/auth/token.ts';
import { newId } from '#lib/data/new-id.ts';
import type { AuthorizedCaseId, Role } from '#lib/domain/access/actor.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { addPerson } from '#lib/operations/add-person.ts';
import { makeCalendarFeed } from '#lib/operations/make-calendar-feed.ts';
import { openCase } from '#lib/operations/open-case.ts';
import { openCaseInput } from '#lib/schemas/case.ts';
import { makeTheatre } from '#tests/factories/booked-case.ts';
import { openedSession } from '#tests/factories/opened-session.ts';
import { recordPhotographOf } from '#tests/factories/recorded-photograph.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

/** Words that stand on pages of the first clinic only: nobody of the second may ever get one. */
export const NORTH_ONLY = ['Quillfeather', 'MRN-7714-N', 'Brightwater', 'north.example'];

export type TwoClinics = {
  north: Staff;
  south: Staff;
  /** Of the first clinic; what the addresses of the calls name. */
  caseId: string;
  patientId: string;
  personId: string;
  photographId: string;
  /** Of a room's calendar in the first clinic. */
  feedToken: string;
  /** Of an unused password link. */
  token: string;
};

/** Two clinics with a person in each role, and a case in the first. */
export async function makeTwoClinics(): Promise<TwoClinics> {
  const now = Date.now() - HOUR_MS;
  const north = await staffClinic('north', now);
  const south = await staffClinic('south', now);
  const input = openCaseInput.parse({
    caseId: newId(),
    surgeonId: north.surgeon.personId,
    site: 'posterior-cranial-vault',
    zone: 'Europe/Zurich',
    patient: {
      kind: 'new',
      id: newId(),
      mrn: 'MRN-7714-N',
      familyName: 'Quillfeather',
      givenName: 'Ann',
      sex: 'female',
      bornDay: '2025-07-14',
    },
    caregiver: {
      id: newId(),
      name: 'Mo Brightwater',
      relation: 'mother',
      language: 'en',
      phone: '+41 44 000 00 00',
    },
  });
  const opened = await openCase({ actor: north.surgeon, input, now });
  if (!opened.ok) throw new Error(opened.reason.kind);
  const link = newToken();
  const newcomer = { email: 'zoe@north.example', name: 'Zoe New', roles: ['nurse'] as const };
  await addPerson({
    actor: north.administrator,
    input: { ...newcomer, linkTokenHash: link.tokenHash },
    now: Date.now(),
  });
  const photographId = await recordPhotographOf(north.nurse, opened.value.caseId as AuthorizedCaseId, now);
  const { roomId } = await makeTheatre(north, now);
  const feed = newToken();
  await makeCalendarFeed({ actor: north.scheduler, input: { roomId, tokenHash: feed.tokenHash }, now });
  return {
    north,
    south,
    ...opened.value,
    photographId,
    feedToken: feed.token,
    personId: north.scheduler.personId,
    token: link.token,
  };
}

/** A cookie of a new session of this person, as signing in would set it. */
export async function sessionCookie(staff: Staff, role: Role, ageMs = 0): Promise<string> {
  return (await openedSession(staff[role].personId, Date.now() - ageMs)).cookie;
}
