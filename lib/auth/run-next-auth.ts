import 'server-only';
import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { nextAuthAddress, nextAuthOptions } from './next-auth-options.ts';

/** Hands a request below /api/auth to next-auth. `path` is what follows: `['callback', 'credentials']`. */
export function answerNextAuth(request: NextRequest, path: string[]): Promise<Response> {
  const context = { params: Promise.resolve({ nextauth: path }) };
  // next-auth's own types know the handler of the pages router only.
  return NextAuth(request as never, context as never, nextAuthOptions());
}

async function keepCookies(response: Response): Promise<void> {
  const jar = await cookies();
  for (const cookie of new NextResponse(null, { headers: response.headers }).cookies.getAll()) {
    // next-auth takes a cookie away by emptying it; the parser drops the age of nought that goes with it.
    jar.set(cookie.value ? cookie : { ...cookie, value: '', expires: new Date(0) });
  }
}

/**
 * Does what a form posted to next-auth would do, within an action or a route handler: its cookies are set on
 * the answer. Returns where next-auth would go next; `?error=` there is a refusal.
 */
export async function postToNextAuth(path: string[], fields: Record<string, string>): Promise<URL> {
  const at = (...parts: string[]) => new URL(`/api/auth/${parts.join('/')}`, nextAuthAddress());
  const asked = await answerNextAuth(new NextRequest(at('csrf')), ['csrf']);
  await keepCookies(asked);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const body = new URLSearchParams({ ...fields, csrfToken });
  const posted = await answerNextAuth(new NextRequest(at(...path), { method: 'POST', body }), path);
  await keepCookies(posted);
  return new URL(posted.headers.get('location') ?? '/', nextAuthAddress());
}
