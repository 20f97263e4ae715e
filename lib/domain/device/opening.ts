import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { type Centi, expansionUm, type Instant, type Um } from '#lib/domain/units.ts';
import type { Device } from './device.ts';
import type { Anchor } from './device-event.ts';

/** A device with its bases and its slots. */
export type Opened = { device: Device; anchors: readonly Anchor[]; entries: readonly SlotEntry[] };

/**
 * The opening that the turns lead one to expect at an instant: from the one at placement, or from the latest gap
 * before that instant which a clinician made the new base, and the turns done since. `unsure`: the turns that nobody is
 * sure of, left out or done as planned.
 */
export function expectedOpeningUm(
  { device, anchors, entries }: Opened,
  at: Instant,
  unsure: 'left-out' | 'as-planned' = 'left-out',
): Um {
  const base = anchors.reduce<Anchor | null>(
    (latest, anchor) => (anchor.at < at && (latest === null || isLater(anchor, latest)) ? anchor : latest),
    null,
  );
  const since = base?.at ?? Number.NEGATIVE_INFINITY;
  let centi = turnedCenti(entries, since, at);
  if (unsure === 'as-planned') centi += unsureCenti(entries, since, at);
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

function unsureCenti(entries: readonly SlotEntry[], since: Instant, until: Instant): Centi {
  let centi = 0;
  for (const { status, at, plannedCenti, reportedCenti } of entries) {
    if (status === 'not-sure' && at <= until && at > since)
      centi += Math.max(0, plannedCenti - (reportedCenti ?? 0));
  }
  return centi;
}

/** Of two at one moment, the one recorded later. */
function isLater(a: Anchor, b: Anchor): boolean {
  return a.at - b.at > 0 || (a.at === b.at && (a.recordedAt - b.recordedAt || (a.id > b.id ? 1 : -1)) > 0);
}
