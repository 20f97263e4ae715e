import { expansionUm, type Instant, type Um } from '#lib/domain/units.ts';
import type { Device } from './device.ts';
import type { Anchor } from './device-event.ts';

/** An amount turned, and when. */
export type Turned = { at: Instant; centi: number };

/**
 * The opening that the turns lead one to expect at an instant: from the one at placement, or from the latest gap
 * before that instant which a clinician made the new base, and the turns done since.
 */
export function openingUm(
  device: Device,
  anchors: readonly Anchor[],
  turns: readonly Turned[],
  at: Instant,
): Um {
  const base = anchors.reduce<Anchor | null>(
    (latest, anchor) => (anchor.at < at && (latest === null || isLater(anchor, latest)) ? anchor : latest),
    null,
  );
  let centi = 0;
  for (const turn of turns) {
    if (turn.at <= at && (base === null || turn.at > base.at)) centi += turn.centi;
  }
  return (base?.openingUm ?? device.initialOpeningUm) + expansionUm(centi, device);
}

/** Of two at one moment, the one recorded later. */
function isLater(a: Anchor, b: Anchor): boolean {
  return a.at - b.at > 0 || (a.at === b.at && (a.recordedAt - b.recordedAt || (a.id > b.id ? 1 : -1)) > 0);
}
