import { PHOTOGRAPH_REFUSALS, type PhotographRefusal } from '#lib/schemas/photograph-answer.ts';
import { TYPED_COOKIE, type TypedPhotograph, typedFromCookie } from '#lib/schemas/typed-photograph.ts';

/** A form that was sent without scripts and refused: why, and what had been typed beside the file. */
export type RefusedPhotograph = { refusal: PhotographRefusal; typed: TypedPhotograph | null };

/** What the address and the cookies of a page say of such a form; null when they say nothing. */
export function refusedPhotograph(
  refused: string | string[] | undefined,
  cookie: (name: string) => string | undefined,
): RefusedPhotograph | null {
  const refusal = PHOTOGRAPH_REFUSALS.find((one) => one === refused);
  return refusal ? { refusal, typed: typedFromCookie(cookie(TYPED_COOKIE)) } : null;
}
