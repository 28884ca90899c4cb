/** How a text is stored changes no finding and no position. */
import type { FileId } from '../../src/model/place';
import { decode, encode, type Encoding } from '../../src/syntax/encoding';
import { findingsByPosition, firstDifference } from './answers';
import type { Property } from './property';
import { openUnit, type Unit } from './units';

const variants: readonly (readonly [Encoding, '\n' | '\r\n'])[] = [
  ['utf8', '\n'],
  ['utf8', '\r\n'],
  ['utf8bom', '\r\n'],
  ['utf16lebom', '\n'],
  ['utf16lebom', '\r\n'],
  ['utf16le', '\n'],
  ['utf16bebom', '\r\n'],
  ['utf16be', '\n'],
];

export const encodingsDoNotMatter: Property = {
  name: 'encodings and line ends change no finding and no position',
  counted: 'variants',
  scopes: ['folder'],

  check(unit, report) {
    const expected = findingsByPosition(openUnit(unit).workspace);
    for (const [encoding, lineEnd] of variants) {
      const { workspace, crashes } = openUnit(storedAs(unit, encoding, lineEnd));
      const difference = firstDifference(findingsByPosition(workspace), expected);
      report.count();
      if (difference !== undefined) report.fail(`${encoding} with ${JSON.stringify(lineEnd)}: ${difference}`);
      crashes.forEach((crash) => report.fail(crash));
    }
  },
};

function storedAs(unit: Unit, encoding: Encoding, lineEnd: string): Unit {
  const files = [...unit.files].map(([file, bytes]): [FileId, Uint8Array] => {
    const { text, lossy } = decode(bytes);
    return [file, lossy ? bytes : encode(text.replace(/\r?\n/g, lineEnd), encoding)];
  });
  return { ...unit, files: new Map(files) };
}
