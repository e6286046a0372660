import { happens, pick, wholeBetween } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';
import { encodeJpeg } from '../../../src/picture/file/encodeJpeg';
import { randomBytes } from '../mutateBytes';
import { drawPicture, lyingSides } from './size';
import { tagBomb } from './tagBomb';

/** A JPEG in the four ink colours of print (CMYK), 8 by 8 pixels. */
const printColours = `
/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1
hpCeo6utq2eAvMm6pseZqKuk/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAUEBv/EABQQ
AQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8AJOq2jf/Z`;

const segment = (marker: number, content: Uint8Array): Buffer => {
  const length = content.length + 2;
  return Buffer.concat([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), content]);
};

function extras(random: Random): Buffer {
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0', 'latin1'),
    Uint8Array.of(random.integer(10), 0, 0, 0, 0, 0, 0),
  ]);
  const all = [
    segment(0xe1, exif),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0MM\0*'), randomBytes(random, 40)])),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tagBomb(random, 60_000)])),
    segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0'), randomBytes(random, 40)])),
    segment(0xfe, randomBytes(random, 20)),
    segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\x02', 'latin1')),
    segment(0xdd, Uint8Array.of(0, random.integer(256))),
  ];
  return Buffer.concat(all.filter(() => happens(random, 0.15)));
}

/** Where the marker of the frame is: SOF0. */
const frameOf = (bytes: Buffer): number => bytes.indexOf(Uint8Array.of(0xff, 0xc0));

/** Goes over the pixels of a picture again and again, or has stray bytes before its end. */
function lengthen(random: Random, bytes: Buffer): Buffer {
  const [rest, end] = [bytes.subarray(0, -2), bytes.subarray(-2)];
  if (happens(random, 0.5)) return Buffer.concat([rest, randomBytes(random, 3), end]);
  const scan = rest.subarray(rest.lastIndexOf(Uint8Array.of(0xff, 0xda)));
  const count = wholeBetween(random, [2, Math.min(3000, Math.ceil(5e5 / scan.length))]);
  return Buffer.concat([rest, ...Array.from({ length: count }, () => scan), end]);
}

/** Makes up a JPEG file, some in print colours, now and then one whose frame lies. */
export function createJpeg(random: Random): Buffer {
  const whole = happens(random, 0.2)
    ? Buffer.from(printColours, 'base64')
    : encodeJpeg(drawPicture(random), pick(random, [1, 50, 95]));
  const bytes = Buffer.concat([whole.subarray(0, 2), extras(random), whole.subarray(2)]);
  const frame = frameOf(bytes);
  if (happens(random, 0.2)) {
    const side = pick(random, lyingSides) & 0xffff;
    bytes.writeUInt16BE(side, frame + pick(random, [5, 7]));
    if (happens(random, 0.3)) bytes.writeUInt16BE(8000, frame + 5);
  }
  if (happens(random, 0.1)) bytes[frame + 1] = 0xc0 + random.integer(16);
  if (happens(random, 0.1)) bytes[frame + 4] = pick(random, [0, 1, 8, 12, 16, 255]);
  if (happens(random, 0.1)) bytes[frame + 9 + random.integer(10)] = random.integer(256);
  return happens(random, 0.1) ? lengthen(random, bytes) : bytes;
}
