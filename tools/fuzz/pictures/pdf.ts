import { deflateSync } from 'node:zlib';
import { happens, pick, wholeBetween } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';
import { randomBytes } from '../mutateBytes';

let bomb: Buffer | undefined;
const bombBytes = (): Buffer =>
  (bomb ??= deflateSync(Buffer.alloc(200e6, '0 0 m 9 9 l S '), { level: 9 }));

const boxes = [
  ...['0 0 72 36', '0 0 1 1', '0 0 0 0', '0 0 1 30000', '0 0 1e9 1e9', '9 9 -9 -9', '0 0 1e-9 5'],
  ...['0 0 50000 50000', 'a b c d', '0 0 99999999999999999999 1', '1 2'],
];

function stream(content: Buffer, entries = ''): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

function bombStream(): Buffer {
  const packed = bombBytes();
  const head = Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`);
  return Buffer.concat([head, packed, Buffer.from('\nendstream')]);
}

/** Makes up a PDF file of one or two pages with a picture, now and then one that lies, or a bomb. */
export function createPdf(random: Random): Buffer {
  const box = (): string => (happens(random, 0.8) ? boxes[0] : pick(random, boxes));
  const side = (): number => (happens(random, 0.9) ? 8 : pick(random, [0, 3000, 50_000, 2 ** 31]));
  const page = (): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box()}] /Rotate ${pick(random, [0, 0, 90, 45])} ` +
    '/Contents 5 0 R /Resources << /XObject << /P 6 0 R /F 7 0 R >> >> >>';
  const words = '1 0 0 rg 0 0 18 18 re f q 20 0 0 20 20 5 cm /P Do Q /F Do ';
  const content = Buffer.from(words.repeat(wholeBetween(random, [1, 3])));
  const kids = pick(random, ['3 0 R 4 0 R', '3 0 R', '2 0 R', '9 0 R', '3 0 R '.repeat(2000)]);
  const entries = `/Type /XObject /Subtype /Image /Width ${side()} /Height ${side()} /ColorSpace /DeviceGray /BitsPerComponent 8`;
  const objects: (Buffer | string)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${happens(random, 0.7) ? '3 0 R 4 0 R' : kids}] /Count ${happens(random, 0.9) ? 2 : pick(random, [0, -1, 9, 2 ** 31])} >>`,
    page(),
    page(),
    happens(random, 0.01) ? bombStream() : stream(content),
    stream(randomBytes(random, 64), entries),
    // A form that may draw itself.
    stream(
      Buffer.from(happens(random, 0.2) ? '/F Do /F Do' : '0 0 5 5 re f'),
      '/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources << /XObject << /F 7 0 R >> >>',
    ),
  ];
  const written = objects.map((object, index) =>
    Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from('\nendobj\n'),
    ]),
  );
  const encrypt = happens(random, 0.03)
    ? ' /Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -1 >>'
    : '';
  return Buffer.concat([
    Buffer.from(pick(random, ['%PDF-1.4\n', '%PDF-9.9\n'])),
    ...written,
    Buffer.from(`trailer\n<< /Root 1 0 R${encrypt} >>\n`),
  ]);
}
