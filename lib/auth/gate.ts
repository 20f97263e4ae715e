import 'server-only';
import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { now } from '#lib/clock.ts';
import { reachCase } from '#lib/data/case-reach.ts';
import type { ClinicMembership } from '#lib/data/sessions.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { type Action, can } from '#lib/domain/access/can.ts';
import type { Instant } from '#lib/domain/units.ts';
import { readUuid } from '#lib/domain/uuid.ts';
import { askedAddress } from './asked-address.ts';
import { currentSession, presentedTokenHash, type SignedIn } from './current-session.ts';

/** Signed in and at work in a clinic. */
export type AtClinic = SignedIn & { clinic: ClinicMembership };

/** At work in a clinic, with a case of that clinic. */
export type AtCase = AtClinic & { caseId: AuthorizedCaseId };

/**
 * Whether some of the actor's roles could do this in his clinic. What a nurse may publish depends on the version
 * itself, what a scheduler may record on the operation, which is asked about there; the gate lets them as far as
 * the form.
 */
export function mayAttempt({ actor, clinic }: SignedIn, action: Action): boolean {
  return (
    clinic !== null && can(actor, action, { clinicId: clinic.id, withinBand: true, operation: 'removal' })
  );
}

/**
 * The id, made fit for use, of a case that the person's clinic has, or null: unknown, malformed and foreign
 * ids are one and the same. Notes in the audit trail that the person reads the case.
 */
export const authorizeCase = cache(
  async (at: AtClinic, caseId: unknown): Promise<AuthorizedCaseId | null> => {
    const id = readUuid(caseId);
    if (id === null) return null;
    const subject = { clinicId: at.clinic.id, caseId: id, personId: at.person.id };
    return (await reachCase(subject, at.now)) ? (id as AuthorizedCaseId) : null;
  },
);

/** The signed-in person of a page; anybody else is sent to sign in and comes back here afterwards. */
export async function requirePerson(): Promise<SignedIn> {
  const { signedIn } = await currentSession();
  if (signedIn) return signedIn;
  const here = await askedAddress();
  redirect(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`);
}

/** A signed-in person whose role in the active clinic allows the action; others get the page that says so (403). */
export async function requireClinic(action: Action): Promise<AtClinic> {
  const signedIn = await requirePerson();
  if (signedIn.clinic === null || !mayAttempt(signedIn, action)) forbidden();
  return atClinic(signedIn, signedIn.clinic);
}

/** As `requireClinic`, for a case of that clinic by the id in the address; no such case: not found. */
export async function requireCase(caseIdParam: string, action: Action): Promise<AtCase> {
  const at = await requireClinic(action);
  const caseId = await authorizeCase(at, caseIdParam);
  if (!caseId) notFound();
  return { ...at, caseId };
}

/**
 * As `requireCase`, with what `read` finds of the case. It is read while it is looked up who asks, so it may give only
 * what belongs to a clinic of that session, and nothing of it leaves here before the person has passed the gate.
 */
export async function requireCaseWith<Found extends { clinicId: string; isNoted: boolean }>(
  caseIdParam: string,
  action: Action,
  read: (asked: { caseId: string; tokenHash: string; now: Instant }) => Promise<Found | null>,
): Promise<[AtCase, Found]> {
  const caseId = readUuid(caseIdParam);
  const tokenHash = await presentedTokenHash();
  const reading = caseId === null || tokenHash === null ? null : read({ caseId, tokenHash, now: now() });
  // It is waited for below, unless the person is sent away before.
  reading?.catch(() => undefined);
  const at = await requireClinic(action);
  const found = await reading;
  if (found === null || found.clinicId !== at.clinic.id) notFound();
  const authorized = found.isNoted ? (caseId as AuthorizedCaseId) : await authorizeCase(at, caseId);
  if (authorized === null) notFound();
  return [{ ...at, caseId: authorized }, found];
}

/** One object per request, so that the case of a page is looked up once. */
const atClinic = cache((signedIn: SignedIn, clinic: ClinicMembership): AtClinic => ({ ...signedIn, clinic }));
