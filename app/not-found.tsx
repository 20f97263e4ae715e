import type { Metadata } from 'next';
import { NothingHere } from '#components/shell/nothing-here.tsx';
import { ProductMark } from '#components/shell/product-mark.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="mx-auto grid max-w-lg justify-items-start gap-4 px-4 py-16">
      <ProductMark className="size-8" />
      <NothingHere />
    </main>
  );
}
