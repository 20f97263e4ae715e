import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { isoDay } from '#lib/domain/case-day.ts';
import { COMPLICATION_KINDS, DEVICE_FAILURES } from '#lib/domain/complication/complication.ts';
import { promptsOf } from '#lib/domain/complication/prompts.ts';
import { slotAt } from '#lib/domain/plan/slot-at.ts';
import type { Instant } from '#lib/domain/units.ts';
import { assessmentJson } from '#lib/interop/assessment-json.ts';
import { momentAt } from '#lib/schemas/case-file-moment.ts';
import {
  type Expectation,
  MORE_SITUATIONS,
  PROMPT_ROWS,
  type Scenario,
  SITUATIONS,
  scenarios,
} from './scenario-file.ts';

type Shown = {
  phase: Record<string, unknown>;
  devices: ({ label: string } & Record<string, unknown>)[];
  flags: {
    level: string;
    extent: number;
    deviceId: string | null;
    key: string;
    acknowledged: unknown;
    evidence: { rule: string };
  }[];
} & Record<string, unknown>;

const all = scenarios();

it('has a scenario for every situation and for each complication that prompts something', () => {
  const wanted = [...SITUATIONS, ...MORE_SITUATIONS, ...PROMPT_ROWS];
  expect(wanted.filter((situation) => !all.some(({ scenario }) => scenario.shows === situation))).toEqual([]);
});

it('has a scenario for each row of prompts that the software knows, and a name for each', () => {
  const rows = new Set(
    COMPLICATION_KINDS.flatMap((kind) =>
      (kind === 'device-failure' ? DEVICE_FAILURES : [null]).map((failure) =>
        promptsOf({ kind, failure }).join(),
      ),
    ).filter((prompts) => prompts !== ''),
  );
  const shown = new Set(
    all.flatMap(({ scenario }) => scenario.caseFile.complications.map((one) => promptsOf(one).join())),
  );
  expect([...rows].filter((row) => !shown.has(row))).toEqual([]);
  expect(rows.size).toBe(PROMPT_ROWS.length);
});

describe.each(all)('$file: $scenario.title', ({ scenario }) => {
  it.each(scenario.expect)('as of $asOf', (expected) => {
    const shown = show(scenario, expected.asOf);
    expect(flagsOf(shown)).toMatchObject([...expected.flags].sort(byRuleAndDevice));
    expect(shown).toMatchObject(assessmentPart(expected));
    for (const [label, part] of Object.entries(expected.devices ?? {})) {
      expect({ label, ...shown.devices.find((device) => device.label === label) }).toMatchObject(part);
    }
  });

  it('counts a turn for its slot', () => {
    for (const { at, day, slot } of scenario.slots ?? []) {
      const { versions, zone } = scenario.caseFile;
      const found = slotAt(versions, zone, instant(at, zone));
      expect({ at, day: found && isoDay(found.day), slot: found?.slot }).toEqual({ at, day, slot });
    }
  });
});

function show({ caseFile }: Scenario, asOf: string): Shown {
  const at = instant(asOf, caseFile.zone);
  return assessmentJson(assess(caseFile, at), caseFile.zone, at) as unknown as Shown;
}

function instant(text: string, zone: string): Instant {
  const found = momentAt(text, zone);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

function flagsOf({ flags }: Shown) {
  return flags
    .map(({ level, extent, deviceId, key, acknowledged, evidence }) => ({
      ...evidence,
      level,
      extent,
      device: deviceId,
      key,
      acknowledged,
    }))
    .sort(byRuleAndDevice);
}

function byRuleAndDevice(
  a: { rule: string; device: string | null },
  b: { rule: string; device: string | null },
) {
  return `${a.rule} ${a.device ?? ''}` < `${b.rule} ${b.device ?? ''}` ? -1 : 1;
}

function assessmentPart({ phase, course, asOf, flags, devices, ...rest }: Expectation) {
  return { phase: { kind: phase, ...course }, ...rest };
}
