import 'server-only';
import type { AtCase } from '#lib/auth/gate.ts';
import { readImage } from '#lib/data/photograph-store.ts';
import { findPhotograph, notePhotographRead } from '#lib/data/photographs.ts';
import type { PhotographSize } from '#lib/domain/photograph/photograph.ts';
import { readUuid } from '#lib/domain/uuid.ts';

/**
 * The picture of a photograph of the case behind the gate; null when the case has none of this id that stands. Who
 * looks at one in full is in the trail afterwards.
 */
export async function loadPhotograph(
  { caseId, clinic, person, now }: AtCase,
  id: string,
  size: PhotographSize,
): Promise<Uint8Array | null> {
  const photographId = readUuid(id);
  if (photographId === null) return null;
  const found = await findPhotograph({ caseId, photographId });
  if (!found) return null;
  if (size === 'full') {
    await notePhotographRead({ clinicId: clinic.id, caseId, photographId, personId: person.id }, now);
  }
  return readImage(found.store, { caseId, photographId, digest: found.digest, size });
}
