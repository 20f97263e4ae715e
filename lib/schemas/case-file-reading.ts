import type { Device } from '#lib/domain/device/device.ts';
import type { Instant } from '#lib/domain/units.ts';
import { momentAt } from './case-file-moment.ts';

type Path = readonly (string | number)[];

/** A field that cannot be right, and what to do about it. */
export type CaseFileProblem = { path: Path; message: string };

/** What is needed while a case file becomes facts: its zone, its devices by label, and the problems found so far. */
export type Reading = {
  zone: string;
  problems: CaseFileProblem[];
  devices: readonly Device[];
};

/** The instant that a field names; a problem is noted if it names none. */
export function momentIn(reading: Reading, text: string, path: Path): Instant {
  const found = momentAt(text, reading.zone);
  if (found.ok) return found.value;
  reading.problems.push({ path, message: found.reason });
  return 0;
}

/** The same for a field that may be left out or null. */
export function momentOr<Default>(
  reading: Reading,
  text: string | null | undefined,
  path: Path,
  otherwise: Default,
): Instant | Default {
  return text === null || text === undefined ? otherwise : momentIn(reading, text, path);
}

/** The id of the device with this label; a problem is noted if there is none. */
export function deviceIdIn(reading: Reading, label: string, path: Path): string {
  const device = reading.devices.find((entry) => entry.label === label);
  if (device) return device.id;
  const labels = reading.devices.map((entry) => `"${entry.label}"`).join(', ');
  const message =
    labels === ''
      ? 'the file lists no device; add it under "devices"'
      : `no device has this label; write one of ${labels}`;
  reading.problems.push({ path, message });
  return label;
}

/** Notes each id that stands twice: two facts with one id would be taken for one. */
export function noteRepeatedIds(
  reading: Reading,
  listName: string,
  ids: readonly string[],
  field = 'id',
): void {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) {
      reading.problems.push({
        path: [listName, index, field],
        message: `"${id}" stands twice; give each entry a ${field} of its own`,
      });
    }
    seen.add(id);
  }
}
