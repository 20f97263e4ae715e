import 'server-only';
import { createHash } from 'node:crypto';
import {
  PHOTOGRAPH_SIZES,
  type PhotographImage,
  type PhotographSize,
} from '#lib/domain/photograph/photograph.ts';
import type { PhotographStore } from './photographs.ts';
import { pool } from './pool.ts';
import { getObject, hasBucket, putObject } from './s3-store.ts';
import type { Statement } from './statement.ts';

/** Where a picture is or will be: the statements belong into the transaction of its row. */
export type KeptImage = { store: PhotographStore; digest: string; statements: readonly Statement[] };

/** Which picture of which photograph. */
export type ImageKey = { caseId: string; photographId: string; digest: string; size: PhotographSize };

/** Keeps a picture where the settings say; null when that store did not confirm it. */
export async function keepImage(
  of: Pick<ImageKey, 'caseId' | 'photographId'>,
  image: PhotographImage,
): Promise<KeptImage | null> {
  const digest = digestOf(image.full);
  if (hasBucket()) {
    const put = PHOTOGRAPH_SIZES.map((size) =>
      putObject(objectKey({ ...of, digest, size }), image[size], 'image/jpeg'),
    );
    return (await Promise.all(put)).every(Boolean) ? { store: 's3', digest, statements: [] } : null;
  }
  const statements = PHOTOGRAPH_SIZES.map((size) => ({
    name: 'insert-photograph-image',
    text: 'INSERT INTO photograph_image (photograph_id, size, bytes) VALUES ($1, $2, $3)',
    values: [of.photographId, size, Buffer.from(image[size])],
  }));
  return { store: 'database', digest, statements };
}

/** A picture from the store that its row names; null when it is not there, or is not the one that was kept. */
export async function readImage(store: PhotographStore, key: ImageKey): Promise<Uint8Array | null> {
  if (store === 's3') {
    const bytes = await getObject(objectKey(key));
    return bytes && (key.size === 'thumbnail' || digestOf(bytes) === key.digest) ? bytes : null;
  }
  const { rows } = await pool().query<{ bytes: Buffer }>({
    name: 'read-photograph-image',
    text: 'SELECT bytes FROM photograph_image WHERE photograph_id = $1 AND size = $2',
    values: [key.photographId, key.size],
  });
  return rows[0]?.bytes ?? null;
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The digest stands in the key: another picture under the same id goes elsewhere. */
const objectKey = ({ caseId, photographId, digest, size }: ImageKey) =>
  `${caseId}/${photographId}-${digest}-${size}.jpg`;
