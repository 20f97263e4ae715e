import type { TurnDecisionProblem } from '#lib/domain/complication/amended-version.ts';

/** Why the turns cannot be changed so, for the control that is at fault and for the preview. */
export function turnProblemWords({ kind }: { kind: TurnDecisionProblem['kind'] | 'over-already' }): string {
  switch (kind) {
    case 'no-protocol':
      return 'There is no protocol yet, so there are no turns to change.';
    case 'no-session-to-come':
      return 'No session is planned in the next two weeks: there is nothing to change.';
    case 'device-not-planned':
      return 'The protocol does not plan one of these devices.';
    case 'not-slower':
      return 'Slower means less than is planned in a session, and more than 0.';
    case 'amount-missing':
      return 'Say how many actuations a session.';
    case 'over-already':
      return 'Early removal is decided already, the hardware is out, or nothing was placed.';
  }
}
