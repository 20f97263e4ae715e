import { ButtonLink } from '#components/ui/button-link.tsx';

/** What an unknown address says: the same for what is not there and for what belongs to another clinic. */
export function NothingHere() {
  return (
    <div className="grid justify-items-start gap-4">
      <h1 className="font-semibold text-2xl tracking-tight">There is nothing at this address</h1>
      <p className="text-ink-muted text-lg">
        It may be mistyped, or it belongs to a clinic that you have no part in. Nothing was changed. Go back
        to where you were, or begin at the worklist.
      </p>
      <ButtonLink href="/" variant="primary">
        To the worklist
      </ButtonLink>
    </div>
  );
}
