import type { NextRequest } from 'next/server';
import { refusalResponse } from '#lib/auth/gate-request.ts';
import { answerNextAuth } from '#lib/auth/run-next-auth.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

// The way back from the hospital, and the two by which next-auth leads who was refused there to our page of signing in.
// Nothing else that it offers has an address: who signs in or out otherwise does it by ours.
const OFFERED = new Set(['callback/oidc', 'error', 'signin']);

export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  if (!OFFERED.has(nextauth.join('/'))) return refusalResponse('not-found');
  const response = await answerNextAuth(request, nextauth);
  // next-auth calls an address to return to that it cannot use a fault of the server.
  return response.status >= 500 ? Response.json({ error: 'bad-request' }, { status: 400 }) : response;
}
