import type { CaseFacts } from '#lib/domain/facts.ts';
import { isAmendable } from '#lib/domain/phase/guards.ts';
import type { PhaseKind } from '#lib/domain/phase/transitions.ts';
import { AMENDMENT_KINDS, type AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import { isHeld } from '#lib/domain/protocol/amendment-problems.ts';
import { latestVersion } from '#lib/domain/protocol/version.ts';
import { AMENDMENT_WORDS } from './amendment-words.ts';
import { exchangeSteps } from './exchange-steps.ts';

/** Something that can be chosen by following a link. */
export type LinkedChoice = { href: string; label: string; current: boolean };

/**
 * The amendments that make sense now: allowed in the phase, and with something to do them to. An exchange leads to the
 * hardware first, where that is not recorded yet.
 */
export function amendmentChoices(
  path: string,
  facts: CaseFacts,
  phase: PhaseKind,
  current: AmendmentKind | null,
): readonly LinkedChoice[] {
  return possibleAmendments(facts, phase)
    .filter((kind) => kind !== 'first')
    .map((kind) => ({
      href: `${path}?write=${kind}#write`,
      label: AMENDMENT_WORDS[kind],
      current: kind === current,
    }));
}

/** The amendment that an address asks for, where it makes sense; `next` is the plain one: the first, or a change. */
export function askedAmendment(facts: CaseFacts, phase: PhaseKind, asked: unknown): AmendmentKind | null {
  if (asked === 'next') return latestVersion(facts.versions) === null ? 'first' : 'change';
  const kind = possibleAmendments(facts, phase).find((one) => one === asked) ?? null;
  return kind === 'exchange' && exchangeSteps(facts) !== null ? null : kind;
}

function possibleAmendments({ versions, devices }: CaseFacts, phase: PhaseKind): readonly AmendmentKind[] {
  const base = latestVersion(versions);
  if (base === null) return ['first'];
  const inPlace = devices.filter(({ removedAt }) => removedAt === null);
  const plans = base.devices.filter(({ deviceId }) => inPlace.some(({ id }) => id === deviceId));
  const makesSense: Record<AmendmentKind, boolean> = {
    first: false,
    change: inPlace.length > 0,
    hold: plans.some((plan) => !isHeld(plan)),
    resume: plans.some(isHeld),
    reverse: plans.length > 0,
    exchange: base.devices.length > 0,
  };
  return AMENDMENT_KINDS.filter((kind) => makesSense[kind] && isAmendable(phase, kind));
}

/** Which devices an amendment is about: all, or one. Empty where there is nothing to choose. */
export function deviceChoices(
  path: string,
  { devices }: CaseFacts,
  kind: AmendmentKind,
  deviceId: string | null,
): readonly LinkedChoice[] {
  const inPlace = devices.filter(({ removedAt }) => removedAt === null);
  if (inPlace.length < 2 || (kind !== 'hold' && kind !== 'resume' && kind !== 'reverse')) return [];
  const href = (id: string) => `${path}?write=${kind}${id === '' ? '' : `&device=${id}`}#write`;
  return [
    { href: href(''), label: 'All devices', current: deviceId === null },
    ...inPlace.map(({ id, label }) => ({ href: href(id), label, current: id === deviceId })),
  ];
}
