import type { ClinicSettings } from './clinic-defaults.ts';

/**
 * Every single setting of a clinic by its path, such as `defaults.tolerances.graceMin`: compared one by one, in
 * whatever order the objects keep them. A list is one setting.
 */
export function eachSetting({ phone, defaults }: Omit<ClinicSettings, 'version'>): Record<string, unknown> {
  return Object.fromEntries(leaves('', { phone, defaults }));
}

function leaves(path: string, value: unknown): [string, unknown][] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(path === '' ? key : `${path}.${key}`, inner));
}
