import type { CaseFacts } from '#lib/domain/facts.ts';
import { isAmendable } from '#lib/domain/phase/guards.ts';
import type { PhaseKind } from '#lib/domain/phase/transitions.ts';
import { AMENDMENT_KINDS, type AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import { isHeld } from '#lib/domain/protocol/amendment-problems.ts';
import { latestVersion } from '#lib/domain/protocol/version.ts';
import type { Instant } from '#lib/domain/units.ts';
import { amendmentBases } from './amendment-base.ts';
import { AMENDMENT_WORDS } from './amendment-words.ts';
import { exchangeSteps } from './exchange-steps.ts';

/** Something that can be chosen by following a link. */
export type LinkedChoice = { href: string; label: string; current: boolean };

/** The address of the form of an amendment; null: of all devices, of the version that it changes by itself. */
export function amendmentHref(
  path: string,
  { kind, device, drafted }: { kind: AmendmentKind; device: string | null; drafted: number | null },
): string {
  const parts = [
    `write=${kind}`,
    ...(device === null ? [] : [`device=${device}`]),
    ...(drafted === null ? [] : [`drafted=${drafted}`]),
  ];
  return `${path}?${parts.join('&')}#write`;
}

/** When an amendment is asked for. */
export type Moment = { phase: PhaseKind; now: Instant };

/**
 * The amendments that make sense now: allowed in the phase, and with something to do them to. An exchange leads to the
 * hardware first, where that is not recorded yet.
 */
export function amendmentChoices(
  path: string,
  facts: CaseFacts,
  moment: Moment,
  current: AmendmentKind | null,
): readonly LinkedChoice[] {
  return possibleAmendments(facts, moment)
    .filter((kind) => kind !== 'first')
    .map((kind) => ({
      href: `${path}?write=${kind}#write`,
      label: AMENDMENT_WORDS[kind],
      current: kind === current,
    }));
}

/**
 * The amendment that an address asks for; `next` is the plain one: the first, or a change. What no longer makes sense,
 * because somebody else wrote it meanwhile, is asked for all the same: what was typed stays, and the preview says why it
 * cannot be followed. Only an exchange waits for its hardware, unless the latest version is one.
 */
export function askedAmendment(facts: CaseFacts, now: Instant, asked: unknown): AmendmentKind | null {
  const latest = latestVersion(facts.versions);
  if (asked === 'next') return latest === null ? 'first' : 'change';
  if (amendmentBases(facts, 'hold', now).length === 0) return asked === 'first' ? 'first' : null;
  const kind = AMENDMENT_KINDS.find((one) => one === asked && one !== 'first') ?? null;
  const hasHardware = exchangeSteps(facts) === null || latest?.kind === 'exchange';
  return kind === 'exchange' && !hasHardware ? null : kind;
}

function possibleAmendments(facts: CaseFacts, { phase, now }: Moment): readonly AmendmentKind[] {
  const bases = amendmentBases(facts, 'hold', now);
  if (bases.length === 0) return ['first'];
  const inPlace = facts.devices.filter(({ removedAt }) => removedAt === null);
  const planned = bases.flatMap(({ version }) => version.devices);
  const plans = planned.filter(({ deviceId }) => inPlace.some(({ id }) => id === deviceId));
  const makesSense: Record<AmendmentKind, boolean> = {
    first: false,
    change: inPlace.length > 0,
    hold: plans.some((plan) => !isHeld(plan)),
    resume: plans.some(isHeld),
    reverse: plans.length > 0,
    exchange: planned.length > 0,
  };
  return AMENDMENT_KINDS.filter((kind) => makesSense[kind] && isAmendable(phase, kind));
}

/** Which devices an amendment is about: all, or one. Empty where there is nothing to choose. */
export function deviceChoices(
  { devices }: CaseFacts,
  kind: AmendmentKind,
  deviceId: string | null,
  hrefOf: (deviceId: string | null) => string,
): readonly LinkedChoice[] {
  const inPlace = devices.filter(({ removedAt }) => removedAt === null);
  if (inPlace.length < 2 || (kind !== 'hold' && kind !== 'resume' && kind !== 'reverse')) return [];
  return [
    { href: hrefOf(null), label: 'All devices', current: deviceId === null },
    ...inPlace.map(({ id, label }) => ({ href: hrefOf(id), label, current: id === deviceId })),
  ];
}
