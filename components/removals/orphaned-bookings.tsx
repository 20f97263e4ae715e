import { Alert } from '#components/ui/alert.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

type OrphanedBookingsProps = {
  orphans: readonly { caseId: string; name: string; when: string; where: string }[];
};

/** Bookings whose block was removed, moved or shortened under them. */
export function OrphanedBookings({ orphans }: OrphanedBookingsProps) {
  return (
    <Alert
      level="look"
      title="These bookings lie in no block of their surgeon. Move them, or give the block back."
    >
      <ul className="grid gap-1">
        {orphans.map(({ caseId, name, when, where }) => (
          <li key={caseId}>
            <TextLink href={`/cases/${caseId}/removal`}>{name}</TextLink>: {when}, {where}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
