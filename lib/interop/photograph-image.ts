import sharp from 'sharp';
import type { PhotographImage } from '#lib/domain/photograph/photograph.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';

export type PhotographFault =
  | 'empty'
  /** Readable by no library that may be shipped: the phone can send JPEG instead. */
  | 'heic'
  | 'not-a-photograph'
  /** It says that it is of another type than it is. */
  | 'other-type'
  | 'too-many-pixels'
  /** Cut off, or its pixels cannot be read. */
  | 'damaged';

/** Fifty megapixels: the largest that phones send. What is larger is refused from its header, before it is unpacked. */
export const MOST_PIXELS = 50_000_000;

const FULL_PX = 3000;
const THUMBNAIL_PX = 480;
const MOST_SECONDS = 10;

// Only two of the library's many readers: what a file could make the others do is never tried.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
// The memory of one picture at a time is what the server pays; nothing of a picture stays behind.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Makes of a file that was sent what is kept of it: upright, at most 3,000 pixels a side, in sRGB, without any
 * metadata (place, time, camera, previews, comments). `declaredType` is the type that the file says it is; empty or
 * `application/octet-stream` says nothing.
 */
export async function readPhotograph(
  file: Uint8Array,
  declaredType: string,
): Promise<Result<PhotographImage, PhotographFault>> {
  if (file.length === 0) return refused('empty');
  const type = typeOf(file);
  if (type === 'heic') return refused('heic');
  if (type === null) return refused('not-a-photograph');
  const declared = declaredType.split(';')[0]?.trim().toLowerCase() ?? '';
  const saysNothing = declared === '' || declared === 'application/octet-stream';
  if (!saysNothing && declared !== type && !(declared === 'image/jpg' && type === 'image/jpeg')) {
    return refused('other-type');
  }
  try {
    const { width, height } = await sharp(file, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return refused('too-many-pixels');
    const { data: full, info } = await upright(file, FULL_PX)
      .jpeg(LOOK)
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await upright(full, THUMBNAIL_PX).jpeg({ quality: 75 }).toBuffer();
    return ok({ full, thumbnail, widthPx: info.width, heightPx: info.height });
  } catch {
    return refused('damaged');
  }
}

/** Redness is what is looked for: colours keep their full resolution. */
const LOOK = { quality: 88, chromaSubsampling: '4:4:4' } as const;

function upright(file: Uint8Array, mostPx: number) {
  return sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .resize({ width: mostPx, height: mostPx, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' });
}

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/** What a file is by its first bytes, whatever it is called. */
function typeOf(file: Uint8Array): 'image/jpeg' | 'image/png' | 'heic' | null {
  const begins = (signature: readonly number[]) => signature.every((byte, index) => file[index] === byte);
  if (begins(JPEG)) return 'image/jpeg';
  if (begins(PNG)) return 'image/png';
  const [box, brand] = [4, 8].map((at) => String.fromCharCode(...file.subarray(at, at + 4)));
  return box === 'ftyp' && HEIC_BRANDS.has(brand ?? '') ? 'heic' : null;
}
