import { DescriptionList } from '#components/ui/description-list.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { ProtocolSummary } from '#lib/view/protocol-summary.ts';

/** The version of the protocol that is in force, in words. */
export function ProtocolInForce({ caseId, protocol }: { caseId: string; protocol: ProtocolSummary | null }) {
  if (protocol === null) {
    return (
      <EmptyState title="There is no protocol">
        <TextLink href={`/cases/${caseId}/protocol?write=next`}>Write the first version</TextLink>; until then
        nothing can be judged against a plan.
      </EmptyState>
    );
  }
  const { since, sessions, plans, consolidation, reason, author, cosigner, told, missedTurnRule } = protocol;
  return (
    <DescriptionList
      items={[
        { term: 'Since', value: since },
        { term: 'Sessions', value: sessions },
        ...plans.map(({ label, words }) => ({ term: label, value: words })),
        { term: 'Consolidation', value: consolidation },
        { term: 'Missed turn', value: missedTurnRule },
        { term: 'Written by', value: cosigner === null ? author : `${author}, co-signed by ${cosigner}` },
        { term: 'Reason', value: reason },
        { term: 'Family told', value: told ?? <Unknown>not yet</Unknown> },
      ]}
    />
  );
}
