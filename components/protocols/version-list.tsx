import { Badge } from '#components/ui/badge.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { Choice } from '#lib/view/intake-words.ts';
import type { ProtocolHistoryRow, VersionStanding } from '#lib/view/protocol-history.ts';
import { RejudgedSlots } from './rejudged-slots.tsx';
import { TellForm } from './tell-form.tsx';

const TONES: Record<VersionStanding['kind'], 'accent' | 'neutral' | 'outline'> = {
  'in-force': 'accent',
  ahead: 'neutral',
  waiting: 'neutral',
  past: 'outline',
  carried: 'neutral',
  superseded: 'outline',
  void: 'outline',
};

type VersionListProps = {
  caseId: string;
  history: readonly ProtocolHistoryRow[];
  mayTell: boolean;
  now: { day: string; time: string };
  zoneNote: string;
  staff: readonly Choice[];
};

/** The versions of the protocol, the latest first: what each changed, who, when, why, and what became of it. */
export function VersionList({ caseId, history, mayTell, now, zoneNote, staff }: VersionListProps) {
  return (
    <ol className="grid gap-x-8 gap-y-6 xl:grid-cols-2">
      {history.map((version) => (
        <li key={version.version} className="grid min-w-0 content-start gap-2">
          <h3 className="flex flex-wrap items-center gap-x-2 font-semibold">
            <span>
              <Dated>
                v{version.version} from {version.since}
              </Dated>
            </span>
            <Badge tone={TONES[version.standing.kind]}>{BADGES[version.standing.kind]}</Badge>
            {version.unusual.length > 0 ? <Badge tone="outline">unusual</Badge> : null}
          </h3>
          <p className="text-ink-muted">
            <Dated>
              {version.amendment}; {version.standing.words}.
            </Dated>
          </p>
          {version.against && version.difference.length > 0 ? (
            <ul className="list-disc pl-5">
              {version.difference.map((line) => (
                <li key={line}>
                  <Dated>{line}</Dated>
                </li>
              ))}
            </ul>
          ) : null}
          <RejudgedSlots rejudged={version.rejudged} />
          <DescriptionList items={factsOf(version)} />
          {version.mayBeTold && mayTell ? (
            <TellForm {...{ caseId, now, zoneNote, staff }} version={version.version} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

const BADGES: Record<VersionStanding['kind'], string> = {
  'in-force': 'in force',
  ahead: 'to come',
  waiting: 'waits for a surgeon',
  past: 'past',
  carried: 'carried on',
  superseded: 'superseded',
  void: 'never in force',
};

function factsOf(version: ProtocolHistoryRow) {
  const { told, toldBy, unusual, review, cosigner, carries } = version;
  return [
    { term: 'Sessions', value: version.sessions },
    ...version.plans.map(({ label, words }) => ({ term: label, value: words })),
    { term: 'Stops', value: version.stops },
    { term: 'Consolidation', value: version.consolidation },
    { term: 'Missed turn', value: version.missedTurnRule },
    { term: 'Reason', value: `${version.reasonKind}: ${version.reason}` },
    ...(unusual.length > 0 ? [{ term: 'Unusual', value: unusual.join(', ') }] : []),
    {
      term: 'Written',
      value: `${version.published} by ${version.author}${cosigner === null || review !== null ? '' : `, co-signed by ${cosigner}`}`,
    },
    ...(carries === null ? [] : [{ term: 'Carries on', value: carries }]),
    ...(review === null ? [] : [{ term: 'Signature', value: review }]),
    {
      term: 'Family told',
      value: told === null ? <Unknown>not yet</Unknown> : `${told}${toldBy === null ? '' : ` by ${toldBy}`}`,
    },
  ];
}
