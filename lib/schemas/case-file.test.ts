import { describe, expect, it } from 'vitest';
import { caseFileSchema } from './case-file.ts';

const device = {
  label: 'Left',
  mmPerTurn: 0.5,
  actuationsPerTurn: 1,
  turnDirection: 'with-arrow',
  travelMm: 30,
};
const version = {
  from: { day: '2026-03-05' },
  sessions: ['08:00', '20:00'],
  devices: [{ device: 'Left', perSession: [1, 1], targetMm: 20 }],
  consolidation: { rule: 'fixed-days', days: 60 },
};
const file = {
  zone: 'Europe/Zurich',
  operations: [{ kind: 'index', endedAt: '2026-03-02 11:00' }],
  devices: [device],
  protocol: [version],
};

function problemsOf(input: unknown): string[] {
  const parsed = caseFileSchema.safeParse(input);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const utc = (text: string) => Date.parse(text);

describe('a case file', () => {
  it('becomes facts, with the defaults of a clinic', () => {
    const facts = caseFileSchema.parse(file);
    expect(facts.operations[0]?.endedAt).toBe(utc('2026-03-02T10:00Z'));
    expect(facts.devices[0]).toMatchObject({
      id: 'Left',
      umPerTurn: 500,
      travelUm: 30_000,
      initialOpeningUm: 0,
      placedAt: utc('2026-03-02T10:00Z'),
    });
    expect(facts.versions[0]).toMatchObject({
      version: 1,
      fromSlot: 1,
      sessions: [480, 1200],
      tolerances: { graceMin: 240, missedSlots: 2, behindUm: 1000, aheadUm: 500, measuredPermille: 100 },
      recordedAt: utc('2026-03-02T10:00Z'),
    });
  });

  it('takes a turn as recorded when it was done, else at the time of its session', () => {
    const turns = [
      { device: 'Left', day: '2026-03-05', actuations: 1 },
      {
        device: 'Left',
        day: '2026-03-05',
        slot: 2,
        actuations: 0.5,
        outcome: 'partial',
        doneAt: '2026-03-05 20:30',
      },
      { device: 'Left', day: '2026-03-06', outcome: 'not-sure', recordedAt: '2026-03-06 12:00' },
    ];
    expect(caseFileSchema.parse({ ...file, turns }).reports).toMatchObject([
      { actuationsCenti: 100, doneAt: null, recordedAt: utc('2026-03-05T07:00Z') },
      { actuationsCenti: 50, doneAt: utc('2026-03-05T19:30Z'), recordedAt: utc('2026-03-05T19:30Z') },
      { actuationsCenti: null, recordedAt: utc('2026-03-06T11:00Z') },
    ]);
  });

  it('writes out turns done as planned, up to the target', () => {
    const turnsAsPlanned = [{ from: { day: '2026-03-05', slot: 2 }, through: { day: '2026-04-30' } }];
    const { reports } = caseFileSchema.parse({ ...file, turnsAsPlanned });
    expect(reports).toHaveLength(39);
    expect(reports.at(-1)).toMatchObject({ outcome: 'done', actuationsCenti: 100, slot: 2 });
  });

  it('converts each decimal exactly', () => {
    for (const [mm, um] of [
      [0.001, 1],
      [0.57, 570],
      [1.005, 1005],
      [29.999, 29_999],
      [8.2, 8200],
    ] as const) {
      expect(
        caseFileSchema.parse({ ...file, devices: [{ ...device, travelMm: mm }] }).devices[0]?.travelUm,
      ).toBe(um);
    }
  });

  it('reads a repeated hour as the first, and the second by its offset', () => {
    const taken = (takenAt: string) => ({
      kind: 'device-gap',
      device: 'Left',
      takenAt,
      valueMm: 5,
      method: 'ct',
    });
    const measurements = [
      taken('2026-10-25 02:30'),
      taken('2026-10-25T02:30+01:00'),
      taken('2026-10-25T00:30Z'),
    ];
    expect(
      caseFileSchema.parse({ ...file, measurements }).measurements.map(({ takenAt }) => takenAt),
    ).toEqual([utc('2026-10-25T00:30Z'), utc('2026-10-25T01:30Z'), utc('2026-10-25T00:30Z')]);
  });
});

const turn = { device: 'Left', day: '2026-03-05', actuations: 1 };
const refused: [string, unknown, RegExp][] = [
  ['no object', [], /^: a case file is one JSON object/],
  ['no zone', { ...file, zone: undefined }, /^zone: write the zone/],
  ['an unknown zone', { ...file, zone: 'Europe/Zuerich' }, /^zone: this zone is not known/],
  ['an unknown key', { ...file, device: [] }, /Unrecognized key/],
  [
    'a fourth decimal',
    { ...file, devices: [{ ...device, travelMm: 30.0001 }] },
    /^devices\.0\.travelMm: .*three decimals/,
  ],
  [
    'NaN',
    { ...file, devices: [{ ...device, travelMm: Number.NaN }] },
    /^devices\.0\.travelMm: write a number of millimetres/,
  ],
  ['a missing travel', { ...file, devices: [{ ...device, travelMm: undefined }] }, /^devices\.0\.travelMm/],
  [
    'two devices of one label',
    { ...file, devices: [device, device] },
    /^devices\.1\.label: "Left" stands twice/,
  ],
  [
    'a session out of order',
    { ...file, protocol: [{ ...version, sessions: ['20:00', '08:00'] }] },
    /^protocol\.0\.sessions: write the sessions in the order/,
  ],
  [
    'a time of another form',
    { ...file, protocol: [{ ...version, sessions: ['08:00', '8pm'] }] },
    /^protocol\.0\.sessions\.1: write a time from 00:00/,
  ],
  [
    'an amount too few',
    { ...file, protocol: [{ ...version, devices: [{ device: 'Left', perSession: [1], targetMm: 20 }] }] },
    /^protocol\.0\.devices\.0\.perSession: write one amount for each session/,
  ],
  [
    'a device of no such label',
    { ...file, protocol: [{ ...version, devices: [{ device: 'left', perSession: [1, 1], targetMm: 20 }] }] },
    /^protocol\.0\.devices\.0\.device: no device has this label; write one of "Left"/,
  ],
  [
    'versions out of order',
    { ...file, protocol: [version, version] },
    /^protocol\.1\.from: a version begins after/,
  ],
  [
    'a protocol before the operation',
    { ...file, protocol: [{ ...version, from: { day: '2026-03-01' } }] },
    /^protocol\.0\.from\.day: this is before the index operation/,
  ],
  [
    'a day that is none',
    { ...file, turns: [{ ...turn, day: '2026-02-30' }] },
    /^turns\.0\.day: "2026-02-30" is not a day/,
  ],
  [
    'a year out of reach',
    { ...file, turns: [{ ...turn, day: '2206-03-05' }] },
    /^turns\.0\.day: .*correct the year/,
  ],
  [
    'a time that the clocks skip',
    { ...file, turns: [{ ...turn, day: '2026-03-29', doneAt: '2026-03-29 02:30' }] },
    /^turns\.0\.doneAt: .*does not exist in Europe\/Zurich/,
  ],
  [
    'a hundredth split',
    { ...file, turns: [{ ...turn, actuations: 0.333 }] },
    /^turns\.0\.actuations: .*two decimals/,
  ],
  [
    'a billion actuations',
    { ...file, turns: [{ ...turn, actuations: 1e9 }] },
    /^turns\.0\.actuations: write at most 1000/,
  ],
  [
    'more than a device has',
    { ...file, turns: [{ ...turn, actuations: 900 }] },
    /^turns\.0\.actuations: no device is turned as often/,
  ],
  [
    'an amount of an unsure turn',
    { ...file, turns: [{ ...turn, outcome: 'not-sure' }] },
    /^turns\.0\.actuations: not sure means/,
  ],
  [
    'a turn without an amount',
    { ...file, turns: [{ ...turn, actuations: undefined }] },
    /^turns\.0\.actuations: a turn that was done has an amount/,
  ],
  [
    'a wrong way forwards',
    { ...file, turns: [{ ...turn, outcome: 'wrong-way' }] },
    /^turns\.0\.actuations: .*against the plan: negative/,
  ],
  [
    'a turn before placement',
    { ...file, turns: [{ ...turn, day: '2026-03-01', doneAt: '2026-03-01 08:00' }] },
    /^turns\.0\.doneAt: this is before the device was placed/,
  ],
  [
    'a turn from the future',
    { ...file, turns: [{ ...turn, doneAt: '2026-03-05 08:30', recordedAt: '2026-03-05 08:00' }] },
    /^turns\.0\.doneAt: this is later than/,
  ],
  [
    'a session nobody planned, without a time',
    { ...file, turns: [{ ...turn, slot: 3 }] },
    /^turns\.0\.recordedAt: .*write doneAt or recordedAt/,
  ],
  [
    'a correction of nothing',
    { ...file, turns: [{ ...turn, corrects: 'x' }] },
    /^turns\.0\.corrects: no turn of this device has that id/,
  ],
  [
    'a correction of itself',
    { ...file, turns: [{ ...turn, id: 'a', corrects: 'a' }] },
    /^turns\.0\.corrects: a correction stands after/,
  ],
  [
    'corrections in a circle',
    {
      ...file,
      turns: [
        { ...turn, id: 'a', corrects: 'b' },
        { ...turn, id: 'b', corrects: 'a' },
      ],
    },
    /^turns\.0\.corrects: a correction stands after/,
  ],
  [
    'one id twice',
    {
      ...file,
      turns: [
        { ...turn, id: 'a' },
        { ...turn, id: 'a' },
      ],
    },
    /^turns\.1\.id: "a" stands twice/,
  ],
  [
    'a run of nothing',
    { ...file, turnsAsPlanned: [{ from: { day: '2026-03-01' }, through: { day: '2026-03-04' } }] },
    /^turnsAsPlanned\.0\.from: the protocol plans no turn/,
  ],
  [
    'a run of a century',
    { ...file, turnsAsPlanned: [{ from: { day: '2026-03-05' }, through: { day: '2099-03-04' } }] },
    /^turnsAsPlanned\.0\.through: .*correct the day/,
  ],
  [
    'an event of no time',
    { ...file, events: [{ kind: 'activation-ended' }] },
    /^events\.0: write either "at"/,
  ],
  [
    'a device gap of no device',
    {
      ...file,
      measurements: [{ kind: 'device-gap', takenAt: '2026-03-05 08:00', valueMm: 3, method: 'ct' }],
    },
    /^measurements\.0\.device: missing/,
  ],
  [
    'a rule of another name',
    { ...file, protocol: [{ ...version, consolidation: { rule: 'weeks' } }] },
    /^protocol\.0\.consolidation.*: write \{ "rule"/,
  ],
];

describe('a case file is refused', () => {
  it.each(refused)('for %s', (_, input, sentence) => {
    expect(problemsOf(input)).toContainEqual(expect.stringMatching(sentence));
  });
});
