import type { CaseFacts } from '#lib/domain/facts.ts';
import { versionsAfter } from '#lib/domain/protocol/base-version.ts';
import { heldAs } from '#lib/domain/protocol/held-as.ts';
import { carriedWith } from '#lib/domain/protocol/later-versions.ts';
import { latestNumber, type Proposal, proposalStanding } from '#lib/domain/protocol/proposal.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatInstant } from './format-date.ts';
import { slotWords } from './later-words.ts';

/** What was saved, or what has become of it since; `next`: what is to be done about it. `waits`: it is not in force yet. */
export type ProtocolDone = { words: string; next: string; waits: boolean };

const TELL = 'Tell the family once it is in force, and record below when you did.';
const WAIT =
  'Until then the version before it goes on. If the family was told otherwise, phone a surgeon now.';
const NEVER =
  'It was never in force: the version before it goes on. If the family was told otherwise, phone them.';

/** What the address of the page says was published, proposed or answered; null: nothing that the case has. */
export function protocolDone(
  asked: { published?: unknown; proposed?: unknown; reviewed?: unknown },
  facts: CaseFacts,
  now: Instant,
): ProtocolDone | null {
  const [published, proposed, reviewed] = [asked.published, asked.proposed, asked.reviewed].map(
    versionNumber,
  );
  if (published != null && published <= latestNumber(facts)) {
    const words = [`Version ${published} is published.`, ...carriedWords(published, facts)].join(' ');
    return { words, next: TELL, waits: false };
  }
  const proposal = facts.proposals.find(({ version }) => version.version === (proposed ?? reviewed));
  if (!proposal) return null;
  if (proposed != null) return becameOf(proposal, facts, now);
  const { version } = proposal.version;
  const holds = heldAsWords(version, facts);
  const said = [
    `Your answer about version ${version} is saved.`,
    ...(holds === null ? [] : [`It ${holds}.`]),
  ];
  return { words: [...said, ...carriedWords(version, facts)].join(' '), next: TELL, waits: false };
}

function versionNumber(asked: unknown): number | null {
  return typeof asked === 'string' && /^\d{1,5}$/.test(asked) ? Number(asked) : null;
}

/** What becomes of the versions that begin after one, now that it holds. */
function carriedWords(published: number, { versions }: CaseFacts): readonly string[] {
  const written = versions.find(({ version }) => version === published);
  if (!written) return [];
  const carried = carriedWith(versions, written);
  const before = versions.filter(({ version }) => version < published);
  const gone = versionsAfter(before, written).filter(
    ({ version }) => !carried.some(({ carries }) => carries === version),
  );
  return [
    ...carried
      .filter((one) => one !== heldAs(versions, written))
      .map((one) => `Version ${one.carries} goes on as version ${one.version}, from ${slotWords(one)}.`),
    ...gone.map(({ version }) => `Version ${version} does not begin any more.`),
  ];
}

/** `holds as version 4, together with version 2, from 14-Mar-2026 slot 2`; null: it holds by itself, or not at all. */
function heldAsWords(signed: number, { versions }: CaseFacts): string | null {
  const version = versions.find((one) => one.version === signed);
  const holds = version ? heldAs(versions, version) : null;
  return (
    holds &&
    `holds as version ${holds.version}, together with version ${holds.carries}, from ${slotWords(holds)}`
  );
}

function becameOf(proposal: Proposal, facts: CaseFacts, now: Instant): ProtocolDone {
  const { version, review } = proposal;
  const name = `Version ${version.version}`;
  switch (proposalStanding(proposal, facts, (at) => at <= now)) {
    case 'pending':
      return {
        words: `${name} waits for a surgeon\u2019s signature. It is not in force.`,
        next: WAIT,
        waits: true,
      };
    case 'co-signed': {
      const from = review?.from
        ? `holds from ${slotWords({ fromDay: review.from.day, fromSlot: review.from.slot })}`
        : null;
      const holds = heldAsWords(version.version, facts) ?? from;
      const said = `${name} was co-signed${holds === null ? '' : `, and ${holds}`}.`;
      const words = [said, ...carriedWords(version.version, facts)].join(' ');
      return { words, next: TELL, waits: false };
    }
    case 'declined':
      return {
        words: `${name} was declined${review?.note ? `: ${review.note}` : '.'}`,
        next: NEVER,
        waits: true,
      };
    case 'expired': {
      const until = version.cosignBy === null ? '' : ` ${formatInstant(version.cosignBy, facts.zone)}`;
      return {
        words: `${name} expired${until} without a signature.`,
        next: `${NEVER} Write it anew if it is still wanted.`,
        waits: true,
      };
    }
    case 'overtaken':
      return {
        words: `${name} was overtaken: another version was written after it.`,
        next: `${NEVER} Write it anew if it is still wanted.`,
        waits: true,
      };
  }
}
