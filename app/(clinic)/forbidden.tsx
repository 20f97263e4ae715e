import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';

export const metadata: Metadata = { title: 'Not part of your role' };

export default function Forbidden() {
  return (
    <div className="grid max-w-lg justify-items-start gap-4 py-8">
      <h1 className="font-semibold text-2xl tracking-tight">This is not part of your role</h1>
      <p className="text-ink-muted text-lg">
        Your roles in this clinic do not include this page. Nothing was changed. An administrator of the
        clinic can give you another role; under Account you see those you have.
      </p>
      <ButtonLink href="/account">Account</ButtonLink>
    </div>
  );
}
