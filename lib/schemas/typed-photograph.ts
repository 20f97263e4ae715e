import { z } from 'zod';

/** What was typed beside a file that was refused, to be shown again by a page without scripts. */
export const TYPED_COOKIE = 'turnwise-typed-photograph';

const typedPhotograph = z.object({
  takenDay: z.string().max(40).catch(''),
  deviceId: z.string().max(40).catch(''),
  complicationId: z.string().max(40).catch(''),
  note: z.string().max(500).catch(''),
});
export type TypedPhotograph = z.output<typeof typedPhotograph>;

/** The value of a cookie; what is longer than a form takes is left out. */
export function typedToCookie(typed: TypedPhotograph): string {
  return encodeURIComponent(JSON.stringify(typedPhotograph.parse(typed)));
}

/** What such a cookie says; null when there is none or it says nothing. */
export function typedFromCookie(value: string | undefined): TypedPhotograph | null {
  try {
    const parsed = typedPhotograph.safeParse(JSON.parse(decodeURIComponent(value ?? '')));
    return parsed.data ?? null;
  } catch {
    return null;
  }
}
