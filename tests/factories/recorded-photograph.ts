import { newId } from '#lib/data/new-id.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { PhotographImage } from '#lib/domain/photograph/photograph.ts';
import type { Instant } from '#lib/domain/units.ts';
import { readPhotograph } from '#lib/interop/photograph-image.ts';
import { recordPhotograph } from '#lib/operations/record-photograph.ts';
import type { PhotographInput } from '#lib/schemas/photograph.ts';
import { photographFile } from './photograph-files.ts';
import { accepted, DAY_MS } from './recorded-case.ts';

/** A small picture as it is kept. */
export async function smallImage(): Promise<PhotographImage> {
  return accepted(await readPhotograph(await photographFile('jpeg'), 'image/jpeg'));
}

/** What is said of a photograph of the whole site, taken on the day before `now`. */
export function newPhotograph(now: Instant, change: Partial<PhotographInput> = {}): PhotographInput {
  return {
    id: newId(),
    deviceId: null,
    complicationId: null,
    takenDay: Math.floor(now / DAY_MS) - 1,
    note: null,
    ...change,
  };
}

/** Puts a photograph of the whole site on record; returns its id. */
export async function recordPhotographOf(
  actor: Actor,
  caseId: AuthorizedCaseId,
  now: Instant,
  input = newPhotograph(now),
): Promise<string> {
  const image = await smallImage();
  return accepted(await recordPhotograph({ actor, caseId, input, image, fileDigest: 'a', now })).id;
}
