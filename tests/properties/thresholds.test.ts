import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { at, caseOf, reportOf } from '#tests/factories/case-facts.ts';
import { type Row, RULE_NAMES } from './threshold-row.ts';
import { FAMILY_ROWS } from './threshold-rows-of-families.ts';
import { PLAN_ROWS } from './threshold-rows-of-plan.ts';
import { REMOVAL_ROWS } from './threshold-rows-of-removal.ts';
import { TURN_ROWS } from './threshold-rows-of-turns.ts';

const rows = [...PLAN_ROWS, ...TURN_ROWS, ...REMOVAL_ROWS, ...FAMILY_ROWS];

function flagOf(facts: CaseFacts, asOf: Instant, { rule, level }: Row) {
  return assess(facts, asOf).flags.find((flag) => flag.evidence.rule === rule && flag.level === level);
}

describe.each(rows)('$rule, when $about', (entry) => {
  it('stands from its threshold on, and not a millisecond before', () => {
    expect(flagOf(entry.facts, entry.fires - 1, entry)).toBeUndefined();
    expect(flagOf(entry.facts, entry.fires, entry)).toBeDefined();
  });

  it('is gone once it is cured, and not a millisecond before', () => {
    const { facts, gone } = entry.cure;
    expect(flagOf(facts, gone - 1, entry)).toBeDefined();
    expect(flagOf(facts, gone, entry)).toBeUndefined();
  });

  it('is announced by reassessAt', () => {
    const { reassessAt } = assess(entry.facts, entry.fires - 1);
    expect(reassessAt).toBe(entry.fires);
  });
});

it('finds no interval too short that is exactly as long as it must be', () => {
  const reports = [reportOf(1, 1, { doneAt: at(1, 12) }), reportOf(1, 2, { doneAt: at(1, 16) })];
  const { flags } = assess(caseOf({ reports }), at(1, 16));
  expect(flags.filter(({ level }) => level !== 'information')).toEqual([]);
});

it('has a row for each rule', () => {
  expect(new Set(rows.map(({ rule }) => rule))).toEqual(new Set(RULE_NAMES));
});
