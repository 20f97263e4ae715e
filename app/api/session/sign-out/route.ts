import { refusalResponse } from '#lib/auth/gate-request.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { signOut } from '#lib/auth/sign-in.ts';

/**
 * Signs out. A whole new page follows, so that nothing of a patient stays in the browser's memory, and the
 * browser is told to drop what it kept for going back.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusalResponse('another-site');
  await signOut();
  const headers = { location: '/sign-in?signedOut', 'clear-site-data': '"cache"' };
  return new Response(null, { status: 303, headers });
}
