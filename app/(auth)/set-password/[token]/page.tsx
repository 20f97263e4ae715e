import type { Metadata } from 'next';
import { SetPasswordForm } from '#components/auth/set-password-form.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { loadPasswordLink } from '#lib/loaders/load-password-link.ts';

export const metadata: Metadata = { title: 'Set your password', referrer: 'no-referrer' };

export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const holder = await loadPasswordLink(token);
  if (holder) return <SetPasswordForm token={token} {...holder} />;
  return (
    <>
      <h1 className="font-semibold text-2xl">Set your password</h1>
      <EmptyState
        title="This address no longer works"
        actions={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
      >
        It was used already, is older than 72 hours, or was replaced by a newer one. If you have no password
        yet, ask an administrator of your clinic for a new address.
      </EmptyState>
    </>
  );
}
