import 'server-only';
import { environment } from '#lib/env.ts';

/**
 * Whether a state-changing request was sent by a page of this software. A browser says so in Sec-Fetch-Site;
 * one that does not (plain http, or an old one) must send an Origin that is exactly ours. Neither: refused.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null) return false;
  const host = headers.get('host');
  const ours = host ? [`http://${host}`, `https://${host}`] : [];
  return [environment().TURNWISE_URL, ...ours].includes(origin);
}
