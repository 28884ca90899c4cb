/**
 * Makes the PNG of a screenshot small: text, lines and flat areas need few colours, and one byte to a pixel packs to a
 * third of what four do.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const mostColours = 256;
/** So many fill areas, which have to keep their shade, however near to another. */
const keptColours = 64;

/** Gives the same picture with at most 256 colours. Those that are left out were rare, and near to one that is kept. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, colours } = decode(png);
  const palette = paletteOf(colours);
  const indexes = nearestIndexes(colours, palette);
  // Each line begins with its filter: none, which is best for a palette.
  const lines = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, at) => {
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexes.get(colour) ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(3, 9);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours, without those that are hardly different from a more frequent one. */
function paletteOf(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byUse = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  for (let tolerance = 0; ; tolerance += 2) {
    const palette: number[] = [];
    for (const colour of byUse) {
      if (palette.length > mostColours) break;
      const isNew = palette.length < keptColours || palette.every((kept) => distance(kept, colour) >= tolerance ** 2);
      if (isNew) palette.push(colour);
    }
    if (palette.length <= mostColours) return palette;
  }
}

function nearestIndexes(colours: Uint32Array, palette: readonly number[]): ReadonlyMap<number, number> {
  const indexes = new Map<number, number>();
  for (const colour of new Set(colours)) {
    const distances = palette.map((kept) => distance(kept, colour));
    indexes.set(colour, distances.indexOf(Math.min(...distances)));
  }
  return indexes;
}

function channels(colour: number): [red: number, green: number, blue: number] {
  return [colour >>> 16, (colour >>> 8) & 0xff, colour & 0xff];
}

function distance(one: number, other: number): number {
  const red = (one >>> 16) - (other >>> 16);
  const green = ((one >>> 8) & 0xff) - ((other >>> 8) & 0xff);
  const blue = (one & 0xff) - (other & 0xff);
  return red * red + green * green + blue * blue;
}

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, as one number. */
  readonly colours: Uint32Array;
}

/** Reads what browsers write: eight bits a channel, not interlaced, opaque. */
function decode(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const bytesPerPixel = png.readUInt8(25) === 6 ? 4 : 3;
  const stride = width * bytesPerPixel;
  const data = inflateSync(Buffer.concat(imageData(png)));
  const colours = new Uint32Array(width * height);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const line = data.subarray(start + 1, start + 1 + stride);
    unfilter(data[start] ?? 0, line, above, bytesPerPixel);
    for (let x = 0; x < width; x++) colours[y * width + x] = line.readUIntBE(x * bytesPerPixel, 3);
    above = line;
  }
  return { width, height, colours };
}

function imageData(png: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

/** Turns a line's differences into its bytes, in place. */
function unfilter(filter: number, line: Buffer, above: Buffer, bytesPerPixel: number): void {
  for (let at = 0; at < line.length; at++) {
    const left = line[at - bytesPerPixel] ?? 0;
    const up = above[at] ?? 0;
    const upLeft = at < bytesPerPixel ? 0 : (above[at - bytesPerPixel] ?? 0);
    line[at] = ((line[at] ?? 0) + predicted(filter, left, up, upLeft)) & 0xff;
  }
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return nearestOf(left, up, upLeft);
    default:
      return 0;
  }
}

/** The one of three neighbours that is nearest to left + up - upLeft; of several the first. */
function nearestOf(left: number, up: number, upLeft: number): number {
  const byLeft = Math.abs(up - upLeft);
  const byUp = Math.abs(left - upLeft);
  const byUpLeft = Math.abs(left + up - 2 * upLeft);
  if (byLeft <= byUp && byLeft <= byUpLeft) return left;
  return byUp <= byUpLeft ? up : upLeft;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
