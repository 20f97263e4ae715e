import sharp from 'sharp';
import type { Random } from '#seed/random.ts';

/** Words that stand in the metadata of every file made here: none of them may be in what is kept. */
export const PLANTED = 'Quillfeather at home';

const EXIF = {
  IFD0: { ImageDescription: PLANTED, Artist: PLANTED, Copyright: PLANTED, Make: PLANTED },
  IFD2: { UserComment: PLANTED, DateTimeOriginal: '2026:03:12 08:00:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '51/1 30/1 0/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '0/1 7/1 0/1',
  },
};
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="${PLANTED}"/></rdf:RDF></x:xmpmeta>`;

/** A picture of coloured fields, with a place, names and a profile in its metadata; `orientation` as phones write it. */
export function photographFile(
  format: 'jpeg' | 'png',
  { widthPx = 64, heightPx = 48, orientation = 1 } = {},
): Promise<Buffer> {
  const pixels = Buffer.from(
    Array.from({ length: widthPx * heightPx * 3 }, (_, index) => (index * 37 + (index >> 5) * 11) % 256),
  );
  const picture = sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .withMetadata({ orientation })
    .withExifMerge(EXIF)
    .withXmp(XMP)
    .withIccProfile('p3');
  return format === 'jpeg' ? picture.jpeg().toBuffer() : picture.png().toBuffer();
}

/** JPEG segments that a camera or a program may add: a comment, an IPTC block, a preview after the end. */
export function withSegments(jpeg: Buffer): Buffer {
  const segment = (marker: number, text: string) => {
    const body = Buffer.from(text);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(body.length + 2);
    return Buffer.concat([Buffer.from([0xff, marker]), length, body]);
  };
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xfe, PLANTED),
    segment(0xed, `Photoshop 3.0\0${PLANTED}`),
    jpeg.subarray(2),
    Buffer.from(PLANTED),
  ]);
}

/** A file with something wrong in it, another one each time. */
export function malformed(whole: Buffer, random: Random): Buffer {
  const file = Buffer.from(whole);
  const place = () => random.whole(0, file.length - 1);
  switch (random.whole(0, 6)) {
    case 0:
      return file.subarray(0, place());
    case 1:
      for (let count = random.whole(1, 40); count > 0; count--) file[place()] = random.whole(0, 255);
      return file;
    case 2: {
      const from = place();
      return Buffer.concat([
        file.subarray(0, from),
        file.subarray(Math.min(file.length, from + random.whole(1, 200))),
      ]);
    }
    case 3:
      return Buffer.concat([file.subarray(0, place()), file.subarray(place())]);
    case 4:
      // A length, a dimension or a count that cannot be.
      file.fill(0xff, 4 + random.whole(0, 40), 6 + random.whole(40, 60));
      return file;
    case 5:
      return Buffer.concat([
        file.subarray(0, 8),
        Buffer.from(Array.from({ length: 400 }, () => random.whole(0, 255))),
      ]);
    default:
      file.fill(0, place());
      return file;
  }
}
