import { type NextRequest, NextResponse } from 'next/server';
import { environment } from '#lib/env.ts';

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

/** Gives every request an id and a nonce and every answer its security headers. It gates nothing. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const requestId = crypto.randomUUID();
  const isSecure = environment().TURNWISE_URL?.startsWith('https:') ?? false;
  const policy = contentSecurityPolicy(nonce, isSecure);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-request-id', requestId);
  headers.set('x-turnwise-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-request-id', requestId);
  response.headers.set('cache-control', 'private, no-store');
  if (isSecure) response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  return response;
}

export const config = { matcher: '/((?!_next/static/|_next/image|favicon.ico|icon.svg).*)' };
