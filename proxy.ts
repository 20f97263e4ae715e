import { type NextRequest, NextResponse } from 'next/server';
import { environment } from '#lib/env.ts';
import { unreadableBody } from '#lib/schemas/readable-body.ts';

const isDevelopment = process.env.NODE_ENV === 'development';

function contentSecurityPolicy(nonce: string, isSecure: boolean): string {
  const directives = [
    "default-src 'none'",
    // React rebuilds server stacks with eval in development only.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // The development server adds style elements as it compiles, without the nonce.
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Server-rendered style attributes position bars and chart marks; an attribute can load or run nothing here.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ];
  return directives.join('; ');
}

/** A form that another site sends: the framework refuses it too, but as if the fault were ours. */
function isFromElsewhere({ headers }: NextRequest): boolean {
  const origin = headers.get('origin');
  if (origin === null) return false;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** What is wrong with what is posted to a page, as an answer; null: the page or its action may look at it. */
async function refusePost(request: NextRequest): Promise<NextResponse | null> {
  if (request.method !== 'POST' || request.nextUrl.pathname.startsWith('/api/')) return null;
  if (isFromElsewhere(request)) {
    return new NextResponse('This did not come from a page of Turnwise, so nothing was changed.', {
      status: 403,
    });
  }
  const unreadable = await unreadableBody(request);
  return unreadable === null ? null : new NextResponse(unreadable, { status: 400 });
}

/**
 * Gives every request an id and a nonce and every answer its security headers, and refuses what is posted to a page from
 * elsewhere (403) or cannot be read (400). Who may do what is asked behind it, by each page, action and handler.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const requestId = crypto.randomUUID();
  const isSecure = environment().TURNWISE_URL?.startsWith('https:') ?? false;
  const policy = contentSecurityPolicy(nonce, isSecure);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-request-id', requestId);
  headers.set('x-turnwise-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);
  const response = (await refusePost(request)) ?? NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-request-id', requestId);
  response.headers.set('cache-control', 'private, no-store');
  if (isSecure) response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  return response;
}

// Files on their way in are left alone: what passes here is held in memory and cut off at 1 MB. The server bounds
// every other body before it comes here (scripts/clinic/bounded-server.mjs).
export const config = {
  matcher:
    '/((?!_next/static/|_next/image|favicon.ico|icon.svg|api/cases/[^/]+/photographs$|api/cases/[^/]+/turn-import$).*)',
};
