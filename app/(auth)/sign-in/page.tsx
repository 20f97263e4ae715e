import type { Metadata } from 'next';
import { SignInForm } from '#components/auth/sign-in-form.tsx';
import { loadSignIn } from '#lib/loaders/load-sign-in.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, notice, hospital } = await loadSignIn(await searchParams);
  return <SignInForm next={next} notice={notice} hospital={hospital} />;
}
