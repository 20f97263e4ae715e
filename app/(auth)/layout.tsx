import type { ReactNode } from 'react';
import { ProductMark } from '#components/shell/product-mark.tsx';

/** The frame of the pages for who is not signed in: nothing but the form. */
export default function SignedOutLayout({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-6 px-4 py-8">
      <p className="flex items-center gap-3 font-semibold text-lg tracking-tight">
        <ProductMark className="size-8" />
        Turnwise
      </p>
      {children}
    </main>
  );
}
