import { describe, expect, it } from 'vitest';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { cosigned, startWhenCosigned } from '#lib/domain/protocol/cosign.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { at, caseOf, daysDone, deviceOf, FIRST_DAY, versionOf } from '#tests/factories/case-facts.ts';
import { amendmentBases } from './amendment-base.ts';
import { protocolDone } from './protocol-done.ts';
import { protocolHistory } from './protocol-history.ts';
import { previewVersion } from './protocol-preview.ts';
import { waitingVersion } from './waiting-version.ts';

const plans = (left: number, right: number) => [
  { deviceId: 'left', perSession: [left, left], targetUm: null },
  { deviceId: 'right', perSession: [right, right], targetUm: null },
];
const first = versionOf({ kind: 'first', devices: plans(100, 100) });
const ahead = versionOf({
  version: 2,
  fromDay: FIRST_DAY + 8,
  devices: plans(100, 200),
  recordedAt: at(3, 9),
});
const facts = caseOf({
  devices: [deviceOf(), deviceOf({ id: 'right' })],
  versions: [first, ahead],
  reports: [...daysDone(1, 4), ...daysDone(1, 4, { deviceId: 'right' })],
});
const now = at(5, 9);
const base = { facts, clinic: FIRST_DEFAULTS, maySign: false, now };
const hold = { ...first, kind: 'hold' as const, fromDay: FIRST_DAY + 4, fromSlot: 2, devices: plans(0, 100) };

it('says in the preview of a hold that a later version begins when it was signed for, with the hold in it', () => {
  expect(previewVersion(hold, [1, 2], base)).toMatchObject({
    kind: 'in-force',
    against: 'v1 \u2192 v3',
    difference: ['left: held; was 1.0\u00a0mm a day (1 + 1)'],
    later: [
      {
        isGone: false,
        words: 'v2, to begin 13-Mar-2026 slot 1, goes on from then as v4, with v3 in it.',
        changes: ['left: held; was 1.0\u00a0mm a day (1 + 1)'],
        fromThen: ['right: 1.0\u00a0mm a day (1 + 1) \u2192 2.0\u00a0mm a day (2 + 2)'],
      },
    ],
  });
});

it('says what would not begin any more, and what stands in its place', () => {
  const stops = { ...hold, kind: 'change' as const, devices: plans(100, 100), lastDay: FIRST_DAY + 6 };
  expect(previewVersion(stops, [1, 2], base)).toMatchObject({
    later: [
      {
        isGone: true,
        words: 'v2, to begin 13-Mar-2026 slot 1, would begin no more: v3 goes on in its place.',
        changes: [
          'right: 2.0\u00a0mm a day (2 + 2) \u2192 1.0\u00a0mm a day (1 + 1)',
          'Last day: none \u2192 11-Mar-2026',
        ],
        fromThen: [],
      },
    ],
  });
});

it('refuses amounts drafted from a version that is not in force at the start, and says which to choose', () => {
  const late = { ...hold, fromDay: FIRST_DAY + 9, drafted: 1 };
  expect(previewVersion(late, [1, 2], base)).toMatchObject({
    kind: 'impossible',
    reasons: [expect.stringContaining('Choose v2')],
  });
  expect(previewVersion({ ...late, drafted: 2 }, [1, 2], base).kind).toBe('in-force');
});

it('drafts a hold from what is in force in the next session, and offers what begins later', () => {
  const drafts = (kind: 'hold' | 'change', when = now) =>
    amendmentBases(facts, kind, when).map(({ version, start }) => [
      version.version,
      start.fromDay - FIRST_DAY,
      start.fromSlot,
    ]);
  expect(drafts('hold')).toEqual([
    [1, 4, 2],
    [2, 8, 1],
  ]);
  expect(drafts('change')).toEqual([
    [1, 5, 1],
    [2, 8, 1],
  ]);
  expect(drafts('hold', at(9, 9))).toEqual([[2, 8, 2]]);
  // Nothing begins before its version does: in latency the first turn stays where it was prescribed.
  expect(drafts('change', at(-2, 9))[0]).toEqual([1, 0, 1]);
});

it('shows what became of the later version among the versions, and after saving', () => {
  const held = { ...versionOf(hold), version: 3, recordedAt: now };
  const carried = {
    ...ahead,
    version: 4,
    kind: 'hold' as const,
    devices: plans(0, 200),
    carries: 2,
    recordedAt: now,
  };
  const after = { ...facts, versions: [first, ahead, held, carried] };
  const [latest, hold3, superseded] = protocolHistory(after, 1, {}, now);
  expect(latest).toMatchObject({
    amendment: 'Hold, carrying v2 on',
    against: 'v3',
    difference: ['right: 1.0\u00a0mm a day (1 + 1) \u2192 2.0\u00a0mm a day (2 + 2)'],
    standing: { kind: 'ahead' },
  });
  expect(hold3).toMatchObject({ against: 'v1' });
  expect(superseded?.standing).toEqual({
    kind: 'superseded',
    words: 'superseded by v4, which carries it on',
  });
  expect(protocolDone({ published: '3' }, after, now)?.words).toBe(
    'Version 3 is published. Version 2 goes on as version 4, from 13-Mar-2026 slot 1.',
  );
});

it.each([
  [
    'waits',
    now,
    null,
    { words: 'Version 3 waits for a surgeon\u2019s signature. It is not in force.', waits: true },
  ],
  [
    'has run out',
    at(8, 9),
    null,
    { words: 'Version 3 expired 11-Mar-2026 09:00 without a signature.', waits: true },
  ],
  ['was declined', at(6, 9), 'declined' as const, { words: 'Version 3 was declined: not yet', waits: true }],
  [
    'was signed',
    at(6, 9),
    'co-signed' as const,
    { words: 'Version 3 was co-signed, and holds from 10-Mar-2026 slot 1.', waits: false },
  ],
])('says of a proposal that %s what it has come to', (_what, when, decision, done) => {
  const version = { ...versionOf(hold), version: 3, recordedAt: now, cosignBy: at(7, 9) };
  const from = decision === 'co-signed' ? { day: FIRST_DAY + 5, slot: 1 } : null;
  const review = decision && { decision, from, note: 'not yet', byId: 'surgeon', recordedAt: at(6, 8) };
  const given = { ...facts, proposals: [{ version, review }] };
  expect(protocolDone({ proposed: '3' }, given, when)).toMatchObject(done);
  expect(protocolDone({ proposed: '9' }, given, when)).toBeNull();
});

it('says to the surgeon what is in force by now, where a version begun since would be undone by one written before', () => {
  const fast = {
    ...versionOf(hold),
    kind: 'change' as const,
    version: 3,
    recordedAt: now,
    cosignBy: at(30, 9),
  };
  const version = { ...fast, devices: plans(300, 100), unusual: ['outside-band' as const] };
  const waiting = waitingVersion(
    { ...facts, proposals: [{ version, review: null }] },
    FIRST_DEFAULTS,
    at(10, 9),
  );
  expect(waiting).toMatchObject({
    startsInstead: '14-Mar-2026 slot 2',
    later: [
      {
        isGone: false,
        words: 'v2, in force since 13-Mar-2026 slot 1, goes on as v4, with v3 in it.',
        changes: ['left: 1.0\u00a0mm a day (1 + 1) \u2192 3.0\u00a0mm a day (3 + 3)'],
      },
    ],
  });
  expect(waiting?.comparison.sessions[0]?.sessions[0]?.amounts).toEqual([
    'left: 3 turns with the arrow',
    'right: 2 turns with the arrow',
  ]);
});

describe('a version that was signed after another had begun', () => {
  const fast = versionOf({
    version: 3,
    fromDay: FIRST_DAY + 4,
    fromSlot: 2,
    devices: plans(300, 100),
    unusual: ['outside-band'],
    recordedAt: now,
    cosignBy: at(30, 9),
    toldAt: null,
  });
  const waits = { ...facts, proposals: [{ version: fast, review: null }] };
  const signedAt = at(10, 9);
  const from = startWhenCosigned(facts, fast, signedAt);
  const review = { decision: 'co-signed' as const, from, note: null, byId: 'sam', recordedAt: signedAt };
  const [proposal] = waits.proposals;
  const signed = proposal && cosigned(waits, proposal, review, { leastUmPerDay: 500, mostUmPerDay: 2000 });
  const people = { sam: 'Dr Sam', surgeon: 'Dr Sue' };
  const after = signed?.facts ?? facts;

  it('is said to hold in the one that carries on what had begun, never to be superseded', () => {
    const [latest, own, begun] = protocolHistory(after, 4, people, signedAt);
    expect(own?.standing).toEqual({ kind: 'carried', words: 'holds as v4, together with v2' });
    expect(begun?.standing).toEqual({ kind: 'past', words: 'until v4, 14-Mar-2026 slot 2' });
    const holds = 'holds as version 4, together with version 2, from 14-Mar-2026 slot 2.';
    expect(protocolDone({ proposed: '3' }, after, signedAt)?.words).toBe(
      `Version 3 was co-signed, and ${holds}`,
    );
    expect(protocolDone({ reviewed: '3' }, after, signedAt)?.words).toBe(
      `Your answer about version 3 is saved. It ${holds}`,
    );
    expect([latest?.version, latest?.standing.kind]).toEqual([4, 'ahead']);
  });

  it('offers to tell the family of what holds alone, and says whose signature it stands on', () => {
    const rows = protocolHistory(after, 4, people, signedAt);
    expect(rows.map(({ version, mayBeTold }) => [version, mayBeTold])).toEqual([
      [4, true],
      [3, false],
      [2, false],
      [1, false],
    ]);
    expect(rows.map(({ carries }) => carries)).toEqual([
      'v2, written by Dr Sue, 07-Mar-2026 09:00',
      null,
      null,
      null,
    ]);
    const outside = { ...ahead, unusual: ['outside-band' as const] };
    const byAnother = { ...outside, authorId: 'nina', cosignerId: 'sam', cosignedAt: at(3, 12) };
    const said = (of: ProtocolVersion) => {
      const versions = after.versions.map((one) => (one.version === 2 ? of : one));
      return protocolHistory({ ...after, versions }, 4, people, signedAt)[0]?.carries;
    };
    expect(said(outside)).toBe('v2, signed by Dr Sue, 07-Mar-2026 09:00');
    expect(said(byAnother)).toBe('v2, co-signed by Dr Sam, 07-Mar-2026 12:00');
  });

  it('is judged as it would hold, not at a start of its own that comes too close to the turn before', () => {
    const begun = { ...ahead, sessions: [16 * 60, 23 * 60] };
    const given = { ...waits, versions: [first, begun] };
    const late = at(10, 17);
    const answer = { ...review, from: startWhenCosigned(facts, fast, late), recordedAt: late };
    const spaced = { ...fast, minIntervalMin: 300 };
    const asked = { version: spaced, review: null };
    const done = cosigned({ ...given, proposals: [asked] }, asked, answer, {
      leastUmPerDay: 500,
      mostUmPerDay: 2000,
    });
    expect(done.later[0]?.carried).toMatchObject({ carries: 2, fromSlot: 2, sessions: begun.sessions });
    expect(done.problems).toEqual([]);
  });
});

it('says after saving which later version does not begin any more', () => {
  const stops = { ...versionOf(hold), version: 3, lastDay: FIRST_DAY + 6, recordedAt: now };
  const after = { ...facts, versions: [first, ahead, stops] };
  expect(protocolDone({ published: '3' }, after, now)?.words).toBe(
    'Version 3 is published. Version 2 does not begin any more.',
  );
});
