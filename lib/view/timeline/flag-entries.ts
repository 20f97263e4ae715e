import type { CaseFacts } from '#lib/domain/facts.ts';
import { decisionWords } from '#lib/view/decision-words.ts';
import { ruleWords } from '#lib/view/rule-words.ts';
import type { TimelineContext, TimelineEntry } from './timeline-entry.ts';

/** What people decided about flags. */
export function flagEntries(
  { decisions, zone }: CaseFacts,
  { path, people }: TimelineContext,
): TimelineEntry[] {
  return decisions.map((decision): TimelineEntry => {
    const { id, flagKey, recordedAt } = decision;
    return {
      key: id,
      kind: 'flag',
      at: recordedAt,
      recordedAt,
      title: ruleWords(flagKey.split('|')[0] ?? ''),
      detail: decisionWords(decision, people, zone),
      href: `${path}?flag=${encodeURIComponent(flagKey)}#flags`,
    };
  });
}
