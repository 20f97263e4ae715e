import { dayOf } from '#lib/domain/case-day.ts';
import type { Complication } from '#lib/domain/complication/complication.ts';
import type { Photograph } from '#lib/domain/photograph/photograph.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { complicationWords } from './complication-words.ts';
import { counted, formatDay, formatInstant } from './format-date.ts';

/** Which photographs are shown and compared. It lives in the address. */
export type PhotographQuery = {
  deviceId: string | null;
  leftId: string | null;
  rightId: string | null;
  retractId: string | null;
};

export type PhotographCard = {
  id: string;
  /** Addresses of the picture: small, and in full. */
  thumbnail: string;
  full: string;
  widthPx: number;
  heightPx: number;
  alt: string;
  day: string;
  /** `Day 12 after the operation`; null without an operation. */
  since: string | null;
  device: string;
  /** The complication that it shows. */
  shows: { href: string; words: string } | null;
  note: string | null;
  recorded: string;
  /** To put it on the left or right of the comparison; null where it is there. */
  leftHref: string | null;
  rightHref: string | null;
  retractHref: string;
};

export type PhotographPage = {
  /** Oldest first. */
  cards: readonly PhotographCard[];
  /** Side by side, the earlier one on the left unless the address says otherwise. */
  pair: readonly [PhotographCard, PhotographCard] | null;
  devices: readonly { href: string; label: string; current: boolean; count: number }[];
  retracted: readonly { id: string; words: string }[];
  retracting: PhotographCard | null;
};

type CaseOfPhotographs = {
  caseId: string;
  zone: string;
  operatedAt: Instant | null;
  devices: readonly { id: string; label: string }[];
  complications: readonly Complication[];
};

const WHOLE_SITE = 'Whole site';

/** Reads the address. What it does not know it leaves out. */
export function photographQuery(address: Record<string, string | string[] | undefined>): PhotographQuery {
  const id = (name: string) => {
    const value = address[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return { deviceId: id('device'), leftId: id('left'), rightId: id('right'), retractId: id('retract') };
}

/** The photographs of a case as its page shows them. */
export function photographPage(
  photographs: readonly Photograph[],
  of: CaseOfPhotographs,
  query: PhotographQuery,
): PhotographPage {
  const standing = photographs.filter(({ retraction }) => retraction === null);
  const shown = standing.filter(({ deviceId }) => query.deviceId === null || deviceId === query.deviceId);
  const find = (id: string | null) => shown.find((photograph) => photograph.id === id);
  const left = find(query.leftId) ?? shown[0];
  const right = find(query.rightId) ?? shown.at(-1);
  const hrefs = { query, leftId: left?.id ?? null, rightId: right?.id ?? null };
  const cards = shown.map((photograph) => cardOf(photograph, of, hrefs));
  const card = (photograph: Photograph | undefined) => cards.find(({ id }) => id === photograph?.id);
  const [first, second] = [card(left), card(right)];
  return {
    cards,
    pair: first && second && first !== second ? [first, second] : null,
    devices: deviceLinks(standing, of, query),
    retracted: photographs.flatMap(({ id, takenDay, retraction }) =>
      retraction === null
        ? []
        : [
            {
              id,
              words: `Of ${formatDay(takenDay)}, withdrawn ${formatInstant(retraction.at, of.zone)} by ${retraction.by}: ${retraction.reason}`,
            },
          ],
    ),
    retracting: cards.find(({ id }) => id === query.retractId) ?? null,
  };
}

type Hrefs = { query: PhotographQuery; leftId: string | null; rightId: string | null };

function cardOf(photograph: Photograph, of: CaseOfPhotographs, hrefs: Hrefs): PhotographCard {
  const { id, takenDay, deviceId, complicationId, note, widthPx, heightPx, recordedBy, recordedAt } =
    photograph;
  const device = of.devices.find((one) => one.id === deviceId)?.label ?? WHOLE_SITE;
  const shown = of.complications.find((one) => one.id === complicationId);
  const full = `/api/cases/${of.caseId}/photographs/${id}`;
  const { query, leftId, rightId } = hrefs;
  const pair = (change: Partial<PhotographQuery>) =>
    `${hrefOf(of.caseId, { ...query, leftId, rightId, retractId: null, ...change })}#compare`;
  return {
    id,
    thumbnail: `${full}?size=thumbnail`,
    full,
    widthPx,
    heightPx,
    alt: [`Photograph of ${formatDay(takenDay)}`, device, note].filter(Boolean).join(', '),
    day: formatDay(takenDay),
    since: of.operatedAt === null ? null : sinceOperation(takenDay - dayOf(of.zone, of.operatedAt)),
    device,
    shows: shown
      ? { href: `/cases/${of.caseId}/complications#${shown.id}`, words: complicationWords(shown) }
      : null,
    note,
    recorded: `${recordedBy}, ${formatInstant(recordedAt, of.zone)}`,
    leftHref: leftId === id ? null : pair({ leftId: id }),
    rightHref: rightId === id ? null : pair({ rightId: id }),
    retractHref: `${hrefOf(of.caseId, { ...query, retractId: id })}#retract`,
  };
}

function sinceOperation(days: Day): string {
  if (days < 0) return `${counted(-days, 'day')} before the operation`;
  return days === 0 ? 'Day of the operation' : `Day ${days} after the operation`;
}

function deviceLinks(standing: readonly Photograph[], of: CaseOfPhotographs, { deviceId }: PhotographQuery) {
  const link = (id: string | null, label: string, count: number) => ({
    href: hrefOf(of.caseId, { deviceId: id, leftId: null, rightId: null, retractId: null }),
    label,
    current: deviceId === id,
    count,
  });
  const links = of.devices.flatMap(({ id, label }) => {
    const count = standing.filter((photograph) => photograph.deviceId === id).length;
    return count > 0 || deviceId === id ? [link(id, label, count)] : [];
  });
  return links.length === 0 ? [] : [link(null, 'All', standing.length), ...links];
}

function hrefOf(caseId: string, { deviceId, leftId, rightId, retractId }: PhotographQuery): string {
  const params = new URLSearchParams();
  if (deviceId) params.set('device', deviceId);
  if (leftId) params.set('left', leftId);
  if (rightId) params.set('right', rightId);
  if (retractId) params.set('retract', retractId);
  const search = params.toString();
  return `/cases/${caseId}/photographs${search === '' ? '' : `?${search}`}`;
}
