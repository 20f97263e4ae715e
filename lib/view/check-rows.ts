import { latestCheck } from '#lib/domain/removal/latest-check.ts';
import type { CheckState, RemovalFacts } from '#lib/domain/removal/removal-facts.ts';
import { CHECK_STATE_WORDS } from './criterion-words.ts';
import { formatInstant } from './format-date.ts';

/** A check of the clinic's template with what was recorded of it last. */
export type CheckRow = {
  key: string;
  label: string;
  state: CheckState | null;
  stateWords: string;
  note: string | null;
  /** `12-May-2026 09:30, Nora Nurse`; null: nothing recorded. */
  recorded: string | null;
};

export function checkRows(
  { template, checks }: RemovalFacts,
  names: Readonly<Record<string, string>>,
  zone: string,
): readonly CheckRow[] {
  return template.map(({ key, label }) => {
    const check = latestCheck(checks, key);
    return {
      key,
      label,
      state: check?.state ?? null,
      stateWords: check === null ? 'Nothing recorded' : CHECK_STATE_WORDS[check.state],
      note: check?.note ?? null,
      recorded:
        check === null
          ? null
          : `${formatInstant(check.recordedAt, zone)}, ${names[check.recordedBy] ?? 'somebody'}`,
    };
  });
}
