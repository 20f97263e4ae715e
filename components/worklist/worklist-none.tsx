import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { WorklistQuery } from '#lib/view/worklist-query.ts';

type Props = { query: WorklistQuery; open: number; mayOpenCase: boolean };

/** Why the list is empty, and what to do about it. */
export function WorklistNone({ query, open, mayOpenCase }: Props) {
  if (open === 0) {
    return (
      <EmptyState
        title="No open case in this clinic yet"
        actions={mayOpenCase ? <ButtonLink href="/cases/new">Open the first case</ButtonLink> : null}
      >
        {mayOpenCase
          ? 'A case begins with the patient. Devices, protocol and turns follow on its page.'
          : 'A surgeon or a nurse opens cases.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={query.words ? `No open case matches “${query.words}”` : 'No open case matches these filters'}
      actions={<ButtonLink href="/">Show all open cases</ButtonLink>}
    >
      {query.words
        ? 'Search by the beginning of a name, an MRN or a device lot. '
        : 'Take a filter off to see more.'}
    </EmptyState>
  );
}
