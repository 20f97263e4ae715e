import ExifReader from 'exifreader';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { randomOf } from '#seed/random.ts';
import { malformed, PLANTED, photographFile, withSegments } from '#tests/factories/photograph-files.ts';
import { MOST_PIXELS, readPhotograph } from './photograph-image.ts';

const FAULTS = ['empty', 'heic', 'not-a-photograph', 'other-type', 'too-many-pixels', 'damaged'];

/** What an independent reader finds in a JPEG beside its size and its coding. */
function metadataOf(jpeg: Uint8Array): string[] {
  const {
    file: _size,
    jfif: _density,
    FileType: _type,
    ...others
  } = ExifReader.load(Buffer.from(jpeg), {
    expanded: true,
  }) as Record<string, unknown>;
  return Object.keys(others);
}

const kept = async (file: Buffer, type = '') => {
  const read = await readPhotograph(file, type);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
};

describe('what is kept of a photograph', () => {
  it('has the reader find the metadata that the files of these tests carry', async () => {
    const found = metadataOf(withSegments(await photographFile('jpeg')));
    expect(found).toEqual(expect.arrayContaining(['exif', 'gps', 'xmp', 'icc']));
  });

  it.each(['jpeg', 'png'] as const)('holds nothing of the metadata of a %s file', async (format) => {
    const whole = await photographFile(format);
    const image = await kept(format === 'jpeg' ? withSegments(whole) : whole, `image/${format}`);
    for (const bytes of [image.full, image.thumbnail]) {
      expect(metadataOf(bytes)).toEqual([]);
      expect(Buffer.from(bytes).includes(PLANTED)).toBe(false);
    }
  });

  it('stands upright and is no larger than is kept', async () => {
    const turned = await kept(await photographFile('jpeg', { orientation: 6 }));
    expect([turned.widthPx, turned.heightPx]).toEqual([48, 64]);
    const large = await kept(await photographFile('jpeg', { widthPx: 3600, heightPx: 40 }));
    expect([large.widthPx, large.heightPx]).toEqual([3000, 33]);
    expect((await sharp(large.thumbnail).metadata()).width).toBe(480);
  });

  it('is on white where a PNG is transparent', async () => {
    const clear = { r: 255, g: 0, b: 0, alpha: 0 };
    const png = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const { data } = await sharp((await kept(png)).full)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });
});

it('cannot read HEIC with the library that is installed: once it can, it is read', () => {
  expect(sharp.format.heif.input.fileSuffix).toEqual(['.avif']);
});

describe('what is refused', () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]);

  it.each([
    ['no file', Buffer.alloc(0), '', 'empty'],
    ['HEIC, which no reader here reads', heic, 'image/heic', 'heic'],
    ['a PDF', Buffer.from('%PDF-1.7\n'.padEnd(200)), 'application/pdf', 'not-a-photograph'],
    ['a page that is called JPEG', Buffer.from('<html><script>1</script>'), 'image/jpeg', 'not-a-photograph'],
    [
      'an SVG that is called PNG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'image/png',
      'not-a-photograph',
    ],
    ['a GIF', Buffer.from('GIF89a'.padEnd(60, '\0')), 'image/gif', 'not-a-photograph'],
  ])('%s', async (_what, file, type, reason) => {
    expect(await readPhotograph(file, type)).toEqual({ ok: false, reason });
  });

  it('a PNG that is called JPEG, and the other way round', async () => {
    const [jpeg, png] = [await photographFile('jpeg'), await photographFile('png')];
    expect(await readPhotograph(png, 'image/jpeg')).toEqual({ ok: false, reason: 'other-type' });
    expect(await readPhotograph(jpeg, 'image/png')).toEqual({ ok: false, reason: 'other-type' });
    expect((await readPhotograph(jpeg, 'image/jpg')).ok).toBe(true);
    expect((await readPhotograph(png, 'application/octet-stream')).ok).toBe(true);
  });

  it('a file that unpacks to more pixels than any phone takes, from its header alone', async () => {
    const [small] = [await photographFile('png')];
    const bomb = Buffer.from(small);
    bomb.writeUInt32BE(30_000, 16);
    bomb.writeUInt32BE(30_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    expect(30_000 * 30_000).toBeGreaterThan(MOST_PIXELS);
    expect(await readPhotograph(bomb, 'image/png')).toEqual({ ok: false, reason: 'too-many-pixels' });
  });

  it.each([0.1, 0.5, 0.95])('a file of which %s arrived', async (share) => {
    for (const format of ['jpeg', 'png'] as const) {
      const whole = await photographFile(format, { widthPx: 400, heightPx: 300 });
      const part = whole.subarray(0, Math.floor(whole.length * share));
      expect(await readPhotograph(part, '')).toEqual({ ok: false, reason: 'damaged' });
    }
  });
});

it('makes of a thousand malformed files a clean picture or a refusal', async () => {
  const random = randomOf('malformed photographs');
  const wholes = [
    withSegments(await photographFile('jpeg')),
    await photographFile('png'),
    await photographFile('jpeg', { widthPx: 33, heightPx: 71, orientation: 8 }),
  ];
  const ends: Record<string, number> = {};
  for (let count = 0; count < 1000; count++) {
    const file = malformed(random.pick(wholes), random);
    const read = await readPhotograph(file, '');
    const end = read.ok ? 'kept' : read.reason;
    ends[end] = (ends[end] ?? 0) + 1;
    if (!read.ok) {
      expect(FAULTS).toContain(read.reason);
      continue;
    }
    for (const bytes of [read.value.full, read.value.thumbnail]) {
      expect(metadataOf(bytes)).toEqual([]);
      expect(Buffer.from(bytes).includes(PLANTED)).toBe(false);
    }
  }
  // The files are malformed in ways that matter: both ends are common.
  expect(ends.kept).toBeGreaterThan(50);
  expect(ends.damaged).toBeGreaterThan(200);
}, 60_000);

/** The checksum of a PNG chunk. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
