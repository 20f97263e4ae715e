import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { instantAt, startOfDay } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { base, decided, SUNDAY, seen, written, ZONE } from '#tests/factories/amended-in-new-york.ts';
import { eventOf } from '#tests/factories/case-facts.ts';

describe('a version that has not begun', () => {
  const tomorrow = (said: Partial<ProtocolVersion>) => {
    const facts = base();
    const [first] = facts.versions;
    if (!first) throw new Error('There is no version.');
    const next = {
      ...first,
      version: 2,
      kind: 'change' as const,
      fromDay: SUNDAY,
      recordedAt: written,
      ...said,
    };
    return { ...facts, versions: [first, next] };
  };
  const ends = (facts: CaseFacts, asOf = written) => assess(facts, asOf).forecast;
  const toTarget = (targetUm: number) =>
    base().versions[0]?.devices.map((plan) => ({ ...plan, targetUm })) ?? [];

  it.each([16_000, 24_000])(
    'with a target of %i µm moves the end of activation as it will once it has',
    (um) => {
      const facts = tomorrow({ devices: toTarget(um) });
      const at = [base(), facts].map((one) => ends(one).activationEndsAtPlan);
      expect(at[1]).not.toEqual(at[0]);
      expect(at[1]).toEqual(ends(facts, seen).activationEndsAtPlan);
      expect(ends(facts).devices[0]?.targetUm).toBe(um);
    },
  );

  it('with another length of consolidation moves its end', () => {
    const end = (facts: CaseFacts) => {
      const { consolidationEnds } = ends(facts);
      return consolidationEnds.kind === 'day' ? consolidationEnds.day : 0;
    };
    const longer = tomorrow({ consolidation: { kind: 'fixed-days', days: 90 } });
    expect(end(longer) - end(base())).toBe(90 - 56);
  });

  it('holds from its start when it is written in consolidation', () => {
    const ended = [
      eventOf('activation-ended', instantAt(ZONE, SUNDAY - 2, 10 * 60)),
      eventOf('consolidation-started', startOfDay(ZONE, SUNDAY - 2)),
    ];
    const facts = decided(tomorrow({ consolidation: { kind: 'fixed-days', days: 90 } }), ...ended);
    for (const asOf of [written, seen]) {
      expect(ends(facts, asOf).consolidationEnds).toEqual({ kind: 'day', day: SUNDAY - 2 + 90 });
    }
    const inForce = (asOf: number) => assess(facts, asOf).versionInForce;
    const begins = instantAt(ZONE, SUNDAY, 8 * 60);
    expect([inForce(written), inForce(begins - 1), inForce(begins)]).toEqual([1, 1, 2]);
    expect(assess(facts, written).reassessAt).toBeLessThanOrEqual(begins);
  });
});
