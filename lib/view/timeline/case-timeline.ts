import type { CaseFacts } from '#lib/domain/facts.ts';
import { callEntries } from './call-entries.ts';
import { complicationEntries } from './complication-entries.ts';
import { contactEntries } from './contact-entries.ts';
import { courseEntries } from './course-entries.ts';
import { flagEntries } from './flag-entries.ts';
import { photographEntries } from './photograph-entries.ts';
import { protocolEntries } from './protocol-entries.ts';
import { removalEntries } from './removal-entries.ts';
import type { TimelineContext, TimelineEntry } from './timeline-entry.ts';

/** Everything that happened in a case, newest first: the single turns are in the flowsheet, what brought them is here. */
export function caseTimeline(facts: CaseFacts, context: TimelineContext): readonly TimelineEntry[] {
  return [
    ...courseEntries(facts, context),
    ...protocolEntries(facts, context),
    ...complicationEntries(facts, context),
    ...photographEntries(facts, context),
    ...contactEntries(facts, context),
    ...callEntries(facts, context),
    ...flagEntries(facts, context),
    ...removalEntries(facts, context),
  ].sort((a, b) => b.at - a.at || b.recordedAt - a.recordedAt || (a.key < b.key ? 1 : -1));
}
