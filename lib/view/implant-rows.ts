import { dayOf } from '#lib/domain/case-day.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { formatDay } from './format-date.ts';

type FoundImplant = {
  caseId: string;
  mrn: string;
  familyName: string;
  givenName: string;
  zone: string;
  closedAt: Instant | null;
  deviceId: string;
  label: string;
  model: string | null;
  lot: string | null;
  serial: string | null;
  expiresDay: Day | null;
  placedAt: Instant;
  removedAt: Instant | null;
  isCertain: boolean;
};

/** A device that a search found, with the child who has or had it. */
export type ImplantRow = {
  id: string;
  href: string;
  name: string;
  mrn: string;
  /** Whether somebody has to be called: the case is open and the device in place. */
  isInPlace: boolean;
  standing: string;
  label: string;
  model: string | null;
  lot: string | null;
  serial: string | null;
  expires: string | null;
  /** False: it may be one that is asked for, what tells is not on record. */
  isCertain: boolean;
};

export function implantRows(found: readonly FoundImplant[]): readonly ImplantRow[] {
  return found.map((one) => ({
    id: one.deviceId,
    href: `/cases/${one.caseId}`,
    name: `${one.familyName.toUpperCase()}, ${one.givenName}`,
    mrn: one.mrn,
    isInPlace: one.closedAt === null && one.removedAt === null,
    standing: standingOf(one),
    label: one.label,
    model: one.model,
    lot: one.lot,
    serial: one.serial,
    expires: one.expiresDay === null ? null : formatDay(one.expiresDay),
    isCertain: one.isCertain,
  }));
}

function standingOf({ closedAt, placedAt, removedAt, zone }: FoundImplant): string {
  const placed = `placed ${formatDay(dayOf(zone, placedAt))}`;
  const state = removedAt === null ? 'in place' : `taken out ${formatDay(dayOf(zone, removedAt))}`;
  return `${closedAt === null ? 'Open case' : 'Closed case'}, ${placed}, ${state}`;
}
