import 'server-only';
import { insertAnaesthetist } from '#lib/data/theatre-writes.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { ok } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { AddAnaesthetistInput } from '#lib/schemas/theatre.ts';
import { inTheatrePlan } from './in-theatre-plan.ts';

/** Adds an anaesthetist by name: somebody who can be booked and does not sign in. */
export function addAnaesthetist({
  actor,
  input,
  now,
}: {
  actor: Actor;
  input: AddAnaesthetistInput;
  now: Instant;
}) {
  return inTheatrePlan<{ id: string }>({ actor, now }, () =>
    ok({
      value: { id: input.id },
      statements: [insertAnaesthetist(actor.clinicId, input, now)],
      detail: { what: 'anaesthetist', ...input },
    }),
  );
}
