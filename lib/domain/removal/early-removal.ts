import type { Projection } from '#lib/domain/forecast/forecast.ts';
import type { AmendmentReason } from '#lib/domain/protocol/amendment.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Instant } from '#lib/domain/units.ts';

/** A clinician's decision that the hardware comes out before its time, as it stands: who decided when, and why. */
export type EarlyRemoval = { decidedAt: Instant; byId: string; reasonCode: AmendmentReason };

/** The same beside what the protocol's rule says, which the decision sets aside and does not fulfil. */
export type EarlyWindow = EarlyRemoval & { byRule: Projection };

/** The decision that stands; null: none was taken, or activation was resumed after it. */
export function earlyRemoval({ facts, phase }: Pick<Course, 'facts' | 'phase'>): EarlyRemoval | null {
  const { earlyRemovalDecidedAt } = phase;
  const event = facts.events.find(
    ({ kind, at }) => kind === 'early-removal-decided' && at === earlyRemovalDecidedAt,
  );
  return event ? { decidedAt: event.at, byId: event.byId, reasonCode: event.reasonCode } : null;
}
