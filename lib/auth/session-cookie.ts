import 'server-only';
import { environment } from '#lib/env.ts';

/** The attributes of each cookie that says who somebody is. Over https it cannot be set by a neighbouring host. */
export function cookieOptions() {
  const secure = environment().TURNWISE_URL?.startsWith('https://') ?? false;
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
}

/** The name of one of our cookies, `__Host-` in front of it over https. */
export function cookieName(name: 'session' | 'second-step' | 'csrf' | 'return-to'): string {
  return `${cookieOptions().secure ? '__Host-' : ''}turnwise-${name}`;
}
