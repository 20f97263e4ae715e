import 'server-only';

const BASE = 'http://turnwise.invalid';

/**
 * The place to go to after sign-in: a path of this software, or `/` for everything else, so that a link
 * can never carry a person who signs in to another site.
 */
export function safeNext(next: string | null | undefined): string {
  if (!next || next.length > 2_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || !URL.canParse(next, BASE))
    return '/';
  const url = new URL(next, BASE);
  if (url.origin !== BASE || /^\/(api|sign-in|set-password)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search + url.hash;
}
