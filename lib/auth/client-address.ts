import 'server-only';
import { environment } from '#lib/env.ts';

/**
 * The address a request came from. With TURNWISE_TRUSTED_PROXIES = n it is what the outermost of those n
 * proxies saw; what a client writes into X-Forwarded-For itself stands further left and is never believed.
 * Without proxies it is the peer that the server wrote there.
 */
export function clientAddress(headers: Headers): string {
  const hops = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  const proxies = environment().TURNWISE_TRUSTED_PROXIES;
  return hops[hops.length - Math.max(1, proxies)] ?? 'unknown';
}
