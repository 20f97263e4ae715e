import type { Metadata } from 'next';
import { EnterCodeForm } from '#components/auth/enter-code-form.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { loadSecondStep } from '#lib/loaders/load-second-step.ts';

export const metadata: Metadata = { title: 'Enter the code' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EnterCodePage({ searchParams }: Props) {
  const { next, isAwaited } = await loadSecondStep(await searchParams);
  return (
    <div className="grid gap-4">
      <h1 className="font-semibold text-2xl">Enter the code</h1>
      {isAwaited ? (
        <EnterCodeForm next={next} />
      ) : (
        <EmptyState
          title="The password comes first"
          actions={<ButtonLink href={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in</ButtonLink>}
        >
          The code is entered within five minutes after the password. Sign in again; nothing is lost.
        </EmptyState>
      )}
    </div>
  );
}
