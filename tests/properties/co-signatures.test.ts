import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import { isBefore } from '#lib/domain/protocol/base-version.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { startOf } from '#lib/domain/protocol/version-start.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { compareCases, judgedCase } from '#lib/view/case-comparison.ts';
import { laterWords } from '#lib/view/later-words.ts';
import { waitingVersion } from '#lib/view/waiting-version.ts';
import { amend, amendingBegins, anyStep, caseToAmend } from '#tests/factories/amended-case.ts';
import { FIRST_DAY } from '#tests/factories/case-facts.ts';

/** A surgeon signs a version for later, a nurse writes one that begins before it, and a surgeon signs that some hours on. */
const drawn = fc.record({
  zone: fc.constantFrom('Europe/London', 'America/Santiago', 'Asia/Kathmandu'),
  ahead: fc.record({ step: anyStep, inDays: fc.integer({ min: 2, max: 5 }) }),
  asked: fc.record({ step: anyStep, inDays: fc.integer({ min: 0, max: 2 }) }),
  kind: fc.constantFrom('change' as const, 'reverse' as const),
  signedAfterHours: fc.integer({ min: 1, max: 47 }),
});

it('shows to the surgeon before he signs what is found after it, also of the versions that begin later', () => {
  let carriedOn = 0;
  fc.assert(
    fc.property(drawn, ({ zone, ahead, asked, kind, signedAfterHours }) => {
      const now = amendingBegins(zone) + HOUR_MS;
      const later = { ...ahead.step, kind: 'change' as const, isSurgeon: true, inDays: ahead.inDays };
      const signed = amend(caseToAmend(zone), later, now).facts;
      const fast = { ...asked.step, kind, isSurgeon: false, inDays: asked.inDays, centi: 300 };
      const before = amend(signed, fast, now + HOUR_MS).facts;
      const signing = now + signedAfterHours * HOUR_MS;
      const preview = waitingVersion(before, FIRST_DEFAULTS, signing);
      const after = amend(before, { ...fast, kind: 'co-sign' }, signing).facts;
      const [version, ...carried] = after.versions.slice(before.versions.length);
      if (!preview || !version) return;
      const compared = compareCases(judgedCase(before, signing), after, startOf(zone, version));
      expect(preview.comparison.sessions).toEqual(compared.sessions);
      const goOn = carried.flatMap((one) => {
        const origin = before.versions.find((other) => other.version === one.carries);
        return origin ? { version: origin, carried: one, exceeded: [] } : [];
      });
      expect(preview.later.filter(({ isGone }) => !isGone)).toEqual(laterWords(goOn, version, after.devices));
      const gone = preview.later.filter(({ isGone }) => isGone).map(({ words }) => words.split(',')[0]);
      expect(gone).toEqual(expect.arrayContaining(lostTo(version, before, after).map((one) => `v${one}`)));
      carriedOn += goOn.length;
    }),
    { numRuns: 100 },
  );
  expect(carriedOn).toBeGreaterThan(20);
}, 60_000);

/** The numbers of versions that were planned after another one begins, and are not any more, nor carried on. */
function lostTo(version: ProtocolVersion, before: CaseFacts, after: CaseFacts): readonly number[] {
  const planned = (facts: CaseFacts) =>
    new Set([...plannedSlots({ ...facts, inactive: [] }, FIRST_DAY + 30)].map((slot) => slot.version));
  const still = planned(after);
  return [...planned(before)]
    .filter((one) => isBefore(version, one) && !still.has(one))
    .map((one) => one.version)
    .filter((number) => !after.versions.some(({ carries }) => carries === number));
}
