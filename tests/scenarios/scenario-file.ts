import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { PHASES } from '#lib/domain/phase/transitions.ts';
import { caseFileSchema } from '#lib/schemas/case-file.ts';

/** The situations that every part must get right: each has at least one scenario. */
export const SITUATIONS = [
  'rate 0.5',
  'rate 2',
  'once a day 1 mm',
  '3 × 0.33 mm',
  '4 devices with different plans',
  'a plan that is asymmetric on purpose',
  'zero-day consolidation',
  '343-day consolidation',
  '65-day activation for 11 mm',
  'a device that reverses',
  'a last turn that fails at the end of travel',
  'an opening of 1.0 mm before the first turn',
  'a constant surplus that nobody can explain',
  'device 26 mm, bone 18 mm',
  'early removal for infection in consolidation',
  'activation extended after the removal was booked',
  'a turn at 00:20 that counts for the evening slot',
  'the night when the clocks change',
  'a family in another time zone',
  'two parents reporting the same slot',
  'a phone clock that is wrong',
] as const;

/** More that is judged by the same rules and easily judged wrong: each has at least one scenario. */
export const MORE_SITUATIONS = ['a reversal on purpose', 'turns that nobody is sure of'] as const;

/** The rows of the table of what complications prompt (clinical.md §5): each has at least one scenario. */
export const PROMPT_ROWS = [
  'infection, cellulitis',
  'skin breakdown, exposure',
  'broken or spinning arm, will not engage',
  'footplate loosening, dislodgement',
  'reversal (measured < reported)',
  'CSF leak',
  'premature consolidation',
  'asymmetry beyond plan',
  'raised intracranial pressure',
] as const;

const partial = z.record(z.string(), z.unknown());

const expectation = z.strictObject({
  asOf: z.string(),
  phase: z.enum(PHASES),
  /** Every flag that stands, and no other; of its evidence, the fields that matter here. */
  flags: z.array(z.looseObject({ rule: z.string(), level: z.string(), device: z.string().nullable() })),
  devices: z.record(z.string(), partial).optional(),
  forecast: partial.optional(),
  /** Window, criteria and booking of the second operation. */
  removal: partial.optional(),
  /** Dates of the phase. */
  course: partial.optional(),
  nextSlot: partial.optional(),
  versionInForce: z.int().optional(),
  lastReportAt: z.string().optional(),
  reassessAt: z.string().optional(),
});

const scenario = z.strictObject({
  title: z.string(),
  shows: z.enum([...SITUATIONS, ...MORE_SITUATIONS, ...PROMPT_ROWS]),
  caseFile: caseFileSchema,
  /** For which slot a turn at this time counts. */
  slots: z.array(z.strictObject({ at: z.string(), day: z.string(), slot: z.int() })).optional(),
  expect: z.array(expectation).min(1),
});

export type Scenario = z.output<typeof scenario>;
export type Expectation = z.output<typeof expectation>;

/** Every scenario in this folder by its file's name. */
export function scenarios(): readonly { file: string; scenario: Scenario }[] {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.map((file) => {
    const read = scenario.safeParse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
    return { file, scenario: read.data };
  });
}
