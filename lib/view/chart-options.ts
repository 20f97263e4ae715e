import { dayFromIso } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { ChartChoice } from '#lib/view/chart/chart-layout.ts';
import type { ChartRange, TimeWindow } from '#lib/view/chart/chart-time.ts';
import type { LeftOut } from './day-pages.ts';
import { deviceName } from './device-name.ts';

/** What the address says about the case page. Anything unknown means the default. */
export type CaseQuery = {
  device?: string | undefined;
  span?: string | undefined;
  view?: string | undefined;
  /** Key of the flag whose form is open. */
  flag?: string | undefined;
};

export type ChartOption = { href: string; label: string; current: boolean };

/** A panel for each device unless the address asks for all in one, or for one that the case has. */
export function chartChoice({ device }: CaseQuery, devices: readonly Device[]): ChartChoice {
  if (device === 'together' && devices.length > 1) return 'together';
  const one = devices.find(({ id }) => id === device);
  return one && devices.length > 1 ? { deviceId: one.id } : 'each';
}

/** Activation, everything to today, or a long course up to a day. */
export function chartRange({ span }: CaseQuery): ChartRange | null {
  if (span === 'activation' || span === 'course') return span;
  const until = span === undefined ? null : dayFromIso(span);
  return until === null ? null : { until };
}

/** Which devices: links, so that they work before and without any script. Empty for a case of one device. */
export function deviceOptions(
  path: string,
  query: CaseQuery,
  devices: readonly Device[],
): readonly ChartOption[] {
  if (devices.length < 2) return [];
  const choice = chartChoice(query, devices);
  const current = typeof choice === 'string' ? choice : choice.deviceId;
  const all = [
    { value: 'each', label: 'Each' },
    { value: 'together', label: 'Together' },
    ...devices.map((device) => ({ value: device.id, label: deviceName(device, devices) })),
  ];
  return all.map(({ value, label }) => ({
    href: address(path, { ...query, device: value === 'each' ? undefined : value }),
    label,
    current: value === current,
  }));
}

/** Activation alone or the whole course; empty where they are the same. */
export function spanOptions(path: string, query: CaseQuery, window: TimeWindow): readonly ChartOption[] {
  if (!window.hasChoice) return [];
  const spans = [
    { value: 'activation', label: 'Activation' },
    { value: 'course', label: 'To today' },
  ];
  return spans.map(({ value, label }) => ({
    href: address(path, { ...query, span: value }),
    label,
    current: window.later === null && window.range === value,
  }));
}

/** What the drawing leaves out of a long course, with the way to the days next to it. */
export type ChartPages = Record<'earlier' | 'later', { words: string; href: string } | null>;

export function chartPages(path: string, query: CaseQuery, { earlier, later }: TimeWindow): ChartPages {
  const pageAt = (leftOut: LeftOut | null) =>
    leftOut && {
      words: leftOut.words,
      href: `${address(path, { ...query, span: leftOut.until })}#expansion`,
    };
  return { earlier: pageAt(earlier), later: pageAt(later) };
}

/** The drawing, or its data as a table. */
export function viewOptions(path: string, query: CaseQuery): readonly ChartOption[] {
  const isTable = query.view === 'table';
  return [
    { href: address(path, { ...query, view: undefined }), label: 'Chart', current: !isTable },
    { href: address(path, { ...query, view: 'table' }), label: 'Table', current: isTable },
  ];
}

/** The address that opens the form of a flag. */
export function flagAddress(path: string, query: CaseQuery, key: string): string {
  return `${address(path, { ...query, flag: key })}#flags`;
}

/** The address that reads out every slot of the chart. */
export function readingsAddress(caseId: string, { device, span }: CaseQuery): string {
  return address(`/api/cases/${caseId}/slot-readings`, { device, span });
}

function address(path: string, query: CaseQuery): string {
  const search = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  return search.size === 0 ? path : `${path}?${search}`;
}
