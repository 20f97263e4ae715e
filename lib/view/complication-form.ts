import { isoDay } from '#lib/domain/case-day.ts';
import {
  COMPLICATION_KINDS,
  type Complication,
  type ComplicationKind,
  type ComplicationStep,
} from '#lib/domain/complication/complication.ts';
import { promptsOf } from '#lib/domain/complication/prompts.ts';
import type { Day } from '#lib/domain/units.ts';
import { COMPLICATION_WORDS, FAILURE_WORDS, promptWords } from './complication-words.ts';
import type { Choice } from './intake-words.ts';

/** A line of the pick list: what it is, and what it prompts. */
export type KindChoice = { kind: ComplicationKind; label: string; prompts: string };

/** The kinds in the published order. A device failure prompts by what failed, so the form says it. */
export function kindChoices(): readonly KindChoice[] {
  return COMPLICATION_KINDS.map((kind) => ({
    kind,
    label: COMPLICATION_WORDS[kind],
    prompts:
      kind === 'device-failure'
        ? 'Prompts by what failed: a clinician decides'
        : promptWords(promptsOf({ kind, failure: null })),
  }));
}

/** What may have failed, each with what that prompts. */
export function failureChoices(): readonly (Choice & { hint: string })[] {
  return Object.entries(FAILURE_WORDS).map(([value, label]) => ({
    value,
    label: `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
    hint: promptWords(promptsOf({ kind: 'device-failure', failure: value as keyof typeof FAILURE_WORDS })),
  }));
}

/** What the form of a complication starts from. */
export type ComplicationDraft = {
  id: string;
  /** The row that is corrected; null for a new complication. */
  correctsId: string | null;
  kind: ComplicationKind;
  label: string;
  prompts: string;
  values: {
    failure: string | undefined;
    deviceId: string | undefined;
    onsetDay: string;
    detectedBy: string | undefined;
    signs: readonly string[];
    note: string | undefined;
  };
};

/** A new complication of a kind that begins today, or the correction of one on record. */
export function complicationDraft(
  id: string,
  said: Pick<Complication, 'kind'> & Partial<Complication>,
  correctsId: string | null,
  today: Day,
): ComplicationDraft {
  const { kind, failure = null } = said;
  return {
    id,
    correctsId,
    kind,
    label: COMPLICATION_WORDS[kind],
    prompts: promptWords(promptsOf({ kind, failure })),
    values: {
      failure: failure ?? undefined,
      deviceId: said.deviceId ?? undefined,
      onsetDay: isoDay(said.onsetDay ?? today),
      detectedBy: said.detectedBy,
      signs: said.signs ?? [],
      note: said.note ?? undefined,
    },
  };
}

/** What may be recorded next of a complication. */
export type StepDraft = {
  id: string;
  complicationId: string;
  headline: string;
  choices: readonly Choice[];
  /** The entry that would be withdrawn; null: a new one is recorded. */
  withdraws: { stepId: string; kind: ComplicationStep['kind']; words: string } | null;
  today: string;
};

const STEP_CHOICES: Record<'open' | 'resolved', readonly Choice[]> = {
  open: [
    { value: 'done', label: 'Something was done' },
    { value: 'graded', label: 'It is graded anew' },
    { value: 'resolved', label: 'It is resolved' },
  ],
  resolved: [
    { value: 'reopened', label: 'It is back' },
    { value: 'done', label: 'Something was done' },
    { value: 'graded', label: 'It is graded anew' },
  ],
};

/** What may be recorded of a complication in this state. */
export function stepChoices(status: 'open' | 'resolved'): readonly Choice[] {
  return STEP_CHOICES[status];
}
