import { TURN_OUTCOMES, type TurnOutcome } from '#lib/domain/turn/report.ts';
import { OUTCOME_WORDS } from '#lib/view/turn-words.ts';

/** The outcomes as choices, `Done` first; `leaveOut` those that make no sense in the form. */
export function outcomeOptions(
  leaveOut: readonly TurnOutcome[] = [],
): { value: TurnOutcome; label: string }[] {
  return TURN_OUTCOMES.filter((outcome) => !leaveOut.includes(outcome)).map((outcome) => {
    const words = OUTCOME_WORDS[outcome];
    return { value: outcome, label: words.charAt(0).toUpperCase() + words.slice(1) };
  });
}
