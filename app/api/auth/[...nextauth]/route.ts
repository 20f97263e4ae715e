import type { NextRequest } from 'next/server';
import { refusalResponse } from '#lib/auth/gate-request.ts';
import { answerNextAuth } from '#lib/auth/run-next-auth.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

// What next-auth offers beyond these (its own pages, its log) is not used here.
const OFFERED: Record<string, ReadonlySet<string>> = {
  GET: new Set(['csrf', 'session', 'providers', 'error']),
  POST: new Set(['callback/credentials', 'signout']),
};

async function answer(request: NextRequest, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  if (!OFFERED[request.method]?.has(nextauth.join('/'))) return refusalResponse('not-found');
  if (request.method === 'POST' && !isSameOrigin(request.headers)) return refusalResponse('another-site');
  return answerNextAuth(request, nextauth);
}

export const GET = answer;
export const POST = answer;
