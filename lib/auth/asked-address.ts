import 'server-only';
import { headers } from 'next/headers';
import { safeNext } from './safe-next.ts';

/** The path and the query of the page that is asked for, as the proxy saw them. */
export async function askedAddress(): Promise<string> {
  return safeNext((await headers()).get('x-turnwise-path'));
}

/** Its path alone. */
export async function askedPath(): Promise<string> {
  return (await askedAddress()).split('?', 1)[0] ?? '/';
}
