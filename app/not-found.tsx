import type { Metadata } from 'next';
import { ProductMark } from '#components/shell/product-mark.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="mx-auto grid max-w-lg justify-items-start gap-4 px-4 py-16">
      <ProductMark className="size-8" />
      <h1 className="font-semibold text-2xl tracking-tight">There is nothing at this address</h1>
      <p className="text-ink-muted text-lg">
        It may be mistyped, or it belongs to a clinic that you have no part in. Nothing was changed. Go back
        to where you were, or begin at the worklist.
      </p>
      <ButtonLink href="/" variant="primary">
        To the worklist
      </ButtonLink>
    </main>
  );
}
