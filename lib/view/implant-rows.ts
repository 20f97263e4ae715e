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

/** Devices of one list, how many there are, and, where not all are listed, that it is so and what to do. */
export type ImplantList = { rows: readonly ImplantRow[]; detail: string; cut: string | null };

/** What fits, and apart from it what may. */
export type FoundRows = { certain: ImplantList; unclear: ImplantList };

type Counts = { total: number; inPlace: number };

export function foundRows({
  implants,
  certain,
  unclear,
}: {
  implants: readonly FoundImplant[];
  certain: Counts;
  unclear: Counts;
}): FoundRows {
  const rows = implants.map(implantRow);
  return {
    certain: listOf(
      rows.filter(({ isCertain }) => isCertain),
      certain,
    ),
    unclear: listOf(
      rows.filter(({ isCertain }) => !isCertain),
      unclear,
    ),
  };
}

function listOf(rows: readonly ImplantRow[], { total, inPlace }: Counts): ImplantList {
  return {
    rows,
    detail: `${total}, of which ${inPlace} in place`,
    cut:
      rows.length < total
        ? `Only ${rows.length} of these ${total} are listed, those in place in open cases first. Ask for a lot or a serial number as well to see the rest.`
        : null,
  };
}

function implantRow(one: FoundImplant): ImplantRow {
  return {
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
  };
}

function standingOf({ closedAt, placedAt, removedAt, zone }: FoundImplant): string {
  const placed = `placed ${formatDay(dayOf(zone, placedAt))}`;
  const state = removedAt === null ? 'in place' : `taken out ${formatDay(dayOf(zone, removedAt))}`;
  return `${closedAt === null ? 'Open case' : 'Closed case'}, ${placed}, ${state}`;
}
