import { Badge } from '#components/ui/badge.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { ProtocolHistoryRow } from '#lib/view/protocol-history.ts';
import { TellForm } from './tell-form.tsx';

type VersionListProps = {
  caseId: string;
  history: readonly ProtocolHistoryRow[];
  mayTell: boolean;
  now: { day: string; time: string };
  zoneNote: string;
};

/** The versions of the protocol, the latest first: who, when, why, and from which session. */
export function VersionList({ caseId, history, mayTell, now, zoneNote }: VersionListProps) {
  return (
    <ol className="grid gap-x-8 gap-y-6 xl:grid-cols-2">
      {history.map((version) => (
        <li key={version.version} className="grid content-start gap-2">
          <h3 className="flex flex-wrap items-center gap-x-2 font-semibold">
            v{version.version} from {version.since}
            {version.isLatest ? <Badge tone="accent">latest</Badge> : null}
          </h3>
          <DescriptionList
            items={[
              { term: 'Sessions', value: version.sessions },
              ...version.plans.map(({ label, words }) => ({ term: label, value: words })),
              { term: 'Consolidation', value: version.consolidation },
              { term: 'Missed turn', value: version.missedTurnRule },
              { term: 'Reason', value: version.reason },
              {
                term: 'Published',
                value: `${version.published} by ${version.author}${version.cosigner === null ? '' : `, co-signed by ${version.cosigner}`}`,
              },
              { term: 'Family told', value: version.told ?? <Unknown>not yet</Unknown> },
            ]}
          />
          {version.told === null && mayTell ? (
            <TellForm caseId={caseId} version={version.version} now={now} zoneNote={zoneNote} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}
