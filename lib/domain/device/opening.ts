import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { type Centi, expansionUm, type Instant, type Um } from '#lib/domain/units.ts';
import type { Device } from './device.ts';
import type { Anchor } from './device-event.ts';

/** A device with its bases and its slots. */
export type Opened = { device: Device; anchors: readonly Anchor[]; entries: readonly SlotEntry[] };

/**
 * The opening that the turns lead one to expect at an instant: from the one at placement, or from the latest gap
 * before that instant which a clinician made the new base, and the turns done since. `unsure`: the turns that nobody is
 * sure of, left out, or taken so that the opening is the least or the most that it can be.
 */
export function expectedOpeningUm(
  { device, anchors, entries }: Opened,
  at: Instant,
  unsure: 'left-out' | 'least' | 'most' = 'left-out',
): Um {
  const base = anchors.reduce<Anchor | null>(
    (latest, anchor) => (anchor.at < at && (latest === null || isLater(anchor, latest)) ? anchor : latest),
    null,
  );
  const since = base?.at ?? Number.NEGATIVE_INFINITY;
  let centi = turnedCenti(entries, since, at);
  if (unsure !== 'left-out') centi += unsureCenti(entries, since, at, unsure);
  return (base?.openingUm ?? device.initialOpeningUm) + expansionUm(centi, device);
}

/** What was turned after one instant and by another, when it was said to be done, else at the time of its slot. */
function turnedCenti(entries: readonly SlotEntry[], since: Instant, until: Instant): Centi {
  let centi = 0;
  for (const entry of entries) {
    for (const { doneAt, actuationsCenti } of entry.reports) {
      const at = doneAt ?? entry.at;
      if (at <= until && at > since) centi += actuationsCenti ?? 0;
    }
  }
  return centi;
}

function unsureCenti(
  entries: readonly SlotEntry[],
  since: Instant,
  until: Instant,
  bound: 'least' | 'most',
): Centi {
  let centi = 0;
  for (const { at, unsureCenti: unsure } of entries) {
    if (at <= until && at > since) centi += bound === 'least' ? Math.min(0, unsure) : Math.max(0, unsure);
  }
  return centi;
}

/** Of two at one moment, the one recorded later. */
function isLater(a: Anchor, b: Anchor): boolean {
  return a.at - b.at > 0 || (a.at === b.at && (a.recordedAt - b.recordedAt || (a.id > b.id ? 1 : -1)) > 0);
}
