import type { EarlierReading } from '#lib/view/measurement-history.ts';

/** What was recorded before, struck through, with who took it back and why. */
export function EarlierReadings({ readings, verb }: { readings: readonly EarlierReading[]; verb: string }) {
  return (
    <ul className="grid gap-2 text-ink-muted text-sm">
      {readings.map(({ id, what, by, reason }) => (
        <li key={id}>
          <s>{what}</s> {verb} by {by}. Reason: {reason}
        </li>
      ))}
    </ul>
  );
}
