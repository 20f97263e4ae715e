import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { MoveOutcome } from './use-booking-moves.ts';

type BoardOutcomeProps = { outcome: MoveOutcome | null; pending: boolean; onUndo: () => void };

/** What became of the last move: done and to be taken back, or refused with who and what is in the way. */
export function BoardOutcome({ outcome, pending, onUndo }: BoardOutcomeProps) {
  switch (outcome?.kind) {
    case 'refused':
      return (
        <Alert level="look" role="alert" title={`${outcome.patient} is not moved`}>
          <p>
            {outcome.message}{' '}
            <TextLink href={`/cases/${outcome.caseId}/removal?form=move#booking`}>Open its form</TextLink>
          </p>
        </Alert>
      );
    case 'moved':
      return (
        <Alert
          level="done"
          role="status"
          title={`${outcome.booking.patient} is moved.`}
          actions={
            <Button size="sm" pending={pending} onClick={onUndo}>
              Undo
            </Button>
          }
        />
      );
    case 'returned':
      return <Alert level="done" role="status" title={`${outcome.patient} is back where it was.`} />;
    case undefined:
      return null;
  }
}
