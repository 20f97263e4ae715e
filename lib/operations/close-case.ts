import 'server-only';
import { closeCaseRow } from '#lib/data/cases.ts';
import { findLastChange, type LastChange } from '#lib/data/last-change.ts';
import { findPatient } from '#lib/data/patients.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { currentBooking, takesTime } from '#lib/domain/booking/booking.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { CloseCaseInput } from '#lib/schemas/case.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type CloseCaseReason =
  | CaseReason
  | { kind: 'stale'; theirs: { version: number }; last: LastChange | null }
  /** What was typed to confirm it is not the family name on record. */
  | { kind: 'name-differs'; field: 'confirmedName' }
  /** A completed case has had its removal. */
  | { kind: 'removal-not-recorded'; field: 'closedAs' }
  /** A theatre is booked or held: give it up first. */
  | { kind: 'removal-booked'; startsAt: Instant }
  | { kind: 'device-in-place'; field: 'closedAs'; labels: readonly string[] };

/** Ends a case: it leaves the worklist, its facts stay. */
export function closeCase(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: CloseCaseInput;
  now: Instant;
}): Promise<Result<{ closedAt: Instant }, CloseCaseReason>> {
  const { actor, caseId, input, now } = request;
  return inCase<{ closedAt: Instant }, CloseCaseReason>(
    { actor, caseId, now, action: 'case.close', write: null },
    async ({ db, header, facts }) => {
      if (input.version !== header.version) {
        const last = await findLastChange(db, header.clinicId, ['case.changed'], caseId);
        return refused({ kind: 'stale', theirs: { version: header.version }, last });
      }
      const patient = await findPatient(db, header);
      if (!patient || plain(patient.familyName) !== plain(input.confirmedName)) {
        return refused({ kind: 'name-differs', field: 'confirmedName' });
      }
      if (input.closedAs === 'completed') {
        if (!facts.operations.some(({ kind }) => kind === 'removal')) {
          return refused({ kind: 'removal-not-recorded', field: 'closedAs' });
        }
        const labels = facts.devices.filter(({ removedAt }) => removedAt === null).map(({ label }) => label);
        if (labels.length > 0) return refused({ kind: 'device-in-place', field: 'closedAs', labels });
      }
      const booking = currentBooking(facts.removal.bookings, (at) => at <= now);
      if (booking !== null && takesTime(booking))
        return refused({ kind: 'removal-booked', startsAt: booking.place.startsAt });
      const closedAt = Math.max(now, header.openedAt);
      const closing = { closedAt, closedAs: input.closedAs, reason: input.reason };
      return ok({
        value: { closedAt },
        change: {
          statements: [closeCaseRow(caseId, closing)],
          after: {
            header: { ...header, closedAt, closedAs: input.closedAs, version: header.version + 1 },
            facts,
          },
          event: 'case.closed',
          detail: { id: caseId, ...closing },
        },
      });
    },
  );
}

/** A name however its letters are typed: capitals and composed accents do not matter. */
const plain = (name: string) => name.normalize('NFC').toLocaleLowerCase('en').trim();
