import 'server-only';
import { requireClinic } from '#lib/auth/gate.ts';
import { listCatalogue } from '#lib/data/device-models.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { type CatalogueLine, catalogueLines } from '#lib/view/catalogue-lines.ts';

/** The catalogue of the clinic, for its administrators. */
export async function loadCatalogue(): Promise<{ lines: readonly CatalogueLine[]; modelId: string }> {
  const { clinic } = await requireClinic('clinic.manage');
  return { lines: catalogueLines(await listCatalogue(pool(), clinic.id)), modelId: newId() };
}
