import type { ComplicationCard } from './complication-cards.ts';
import type { ComplicationDraft, KindChoice, StepDraft } from './complication-form.ts';
import type { Choice } from './intake-words.ts';
import type { PreviewBase } from './protocol-preview.ts';
import type { TurnPreview } from './turn-previews.ts';

/** What a decision about the turns may be about, what each would do in words, and what its preview is made from. */
export type TurnChoices = {
  devices: readonly Choice[];
  previews: readonly TurnPreview[];
  base: PreviewBase;
};

/** The form of a decision about the turns because of a complication on record. */
export type DecideDraft = { id: string; complicationId: string; headline: string; turns: TurnChoices };

/** The complications of a case, and the form that the address opens. */
export type ComplicationsPage = {
  caseId: string;
  zoneNote: string;
  isClosed: boolean;
  mayRecord: boolean;
  /** Whether photographs may be added to what is shown. */
  mayPhotograph: boolean;
  /** A photograph was kept a moment ago. */
  isPhotographKept: boolean;
  cards: readonly ComplicationCard[];
  /** The pick list, while a kind is chosen. */
  kinds: readonly KindChoice[] | null;
  form: {
    draft: ComplicationDraft;
    devices: readonly Choice[];
    today: string;
    /** Null where a complication on record is corrected: that decides nothing. */
    turns: TurnChoices | null;
  } | null;
  step: StepDraft | null;
  decide: DecideDraft | null;
};
