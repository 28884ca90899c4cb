/**
 * Bytes to text and back without a loss, so that an edited file differs in the edit alone.
 *
 * The byte order mark is part of the encoding here: a file is read and written back by one value, and nobody can
 * forget to hand on whether there was a mark.
 */

export type Encoding = 'utf8' | 'utf8bom' | 'utf16le' | 'utf16lebom' | 'utf16be' | 'utf16bebom';

export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether bytes were invalid and became U+FFFD. Such a text must never be written back. */
  readonly lossy: boolean;
}

/**
 * Gives the text of a file. A byte order mark decides the encoding; without one, UTF-16 is known by the zero bytes of
 * its ASCII characters; everything else is UTF-8.
 * @param decodeAscii a faster way for bytes that are all ASCII, where the host has one.
 */
export function decode(bytes: Uint8Array, decodeAscii?: AsciiDecoder): DecodedText {
  const encoding = detect(bytes);
  const content = bytes.subarray(marks[encoding].length);
  const ascii = unitsOf(encoding) === 'utf-8' ? decodeAscii?.(content) : undefined;
  if (ascii !== undefined) return { text: ascii, encoding, lossy: false };
  try {
    return { text: strict[unitsOf(encoding)].decode(content), encoding, lossy: false };
  } catch {
    return { text: lenient[unitsOf(encoding)].decode(content), encoding, lossy: true };
  }
}

/** @returns undefined for bytes that are not all ASCII. */
export type AsciiDecoder = (bytes: Uint8Array) => string | undefined;

/** Gives the bytes of a text: the exact inverse of `decode` for a text that is not lossy. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  const mark = marks[encoding];
  const units = unitsOf(encoding);
  if (units === 'utf-8') {
    const content = utf8.encode(text);
    return mark.length === 0 ? content : concat(mark, content);
  }
  const content = new Uint8Array(text.length * 2);
  const view = new DataView(content.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), units === 'utf-16le');
  return concat(mark, content);
}

type Units = 'utf-8' | 'utf-16le' | 'utf-16be';

const marks: Readonly<Record<Encoding, readonly number[]>> = {
  utf8: [],
  utf8bom: [0xef, 0xbb, 0xbf],
  utf16le: [],
  utf16lebom: [0xff, 0xfe],
  utf16be: [],
  utf16bebom: [0xfe, 0xff],
};

const utf8 = new TextEncoder();
const strict = decoders(true);
const lenient = decoders(false);

/** The mark is cut off before, so a second one is a character of the text and must stay: hence `ignoreBOM`. */
function decoders(fatal: boolean): Readonly<Record<Units, InstanceType<typeof TextDecoder>>> {
  const options = { fatal, ignoreBOM: true };
  return {
    'utf-8': new TextDecoder('utf-8', options),
    'utf-16le': new TextDecoder('utf-16le', options),
    'utf-16be': new TextDecoder('utf-16be', options),
  };
}

function unitsOf(encoding: Encoding): Units {
  if (encoding === 'utf8' || encoding === 'utf8bom') return 'utf-8';
  return encoding === 'utf16le' || encoding === 'utf16lebom' ? 'utf-16le' : 'utf-16be';
}

function detect(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, marks.utf8bom)) return 'utf8bom';
  if (startsWith(bytes, marks.utf16lebom)) return 'utf16lebom';
  if (startsWith(bytes, marks.utf16bebom)) return 'utf16bebom';
  return detectWithoutMark(bytes);
}

/** JSON and XML begin with ASCII characters, each of which has one zero byte in UTF-16, and none in UTF-8. */
function detectWithoutMark(bytes: Uint8Array): Encoding {
  const sample = Math.min(bytes.length, 256) & ~1;
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let i = 0; i < sample; i += 2) {
    if (bytes[i] === 0) zerosFirst++;
    if (bytes[i + 1] === 0) zerosSecond++;
  }
  if (bytes[1] === 0 && bytes[0] !== 0 && zerosSecond > zerosFirst) return 'utf16le';
  if (bytes[0] === 0 && bytes[1] !== 0 && zerosFirst > zerosSecond) return 'utf16be';
  return 'utf8';
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes[0] === mark[0] && mark.every((byte, i) => bytes[i] === byte);
}

function concat(mark: readonly number[], content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(mark.length + content.length);
  bytes.set(mark);
  bytes.set(content, mark.length);
  return bytes;
}
