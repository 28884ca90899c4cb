/** The ways in which the files of a workspace can be stored and laid out, none of which may matter to a refactoring. */
import type { FileId } from '../../src/model/place';
import { encode, type Encoding } from '../../src/syntax/encoding';

export interface Variant {
  readonly name: string;
  /** The bytes of a file whose text is stored in this way. */
  store(file: FileId, text: string): Uint8Array;
}

type Layout = (file: FileId, text: string) => string;

const encodings: readonly Encoding[] = ['utf8', 'utf8bom', 'utf16le', 'utf16lebom', 'utf16be', 'utf16bebom'];
const lineEnds = { LF: '\n', CRLF: '\r\n' } as const;

const layouts: Readonly<Record<string, Layout>> = {
  minified,
  tabs: (file, text) => indented(file, text, '\t'),
  'four spaces': (file, text) => indented(file, text, '    '),
  'as PowerShell writes it': (file, text) => (file.endsWith('.json') ? `${aligned(JSON.parse(text), 0)}\n` : text),
  'no final newline': (_, text) => text.trimEnd(),
};

export const variants: readonly Variant[] = [
  ...encodings.flatMap((encoding) => variantsOf(encoding, encoding, (_, text) => text)),
  ...Object.entries(layouts).flatMap(([name, layout]) => variantsOf(name, 'utf8', layout)),
  ...variantsOf('minified utf16lebom', 'utf16lebom', minified),
];

function variantsOf(name: string, encoding: Encoding, layout: Layout): Variant[] {
  return Object.entries(lineEnds).map(([lineEndName, lineEnd]) => ({
    name: `${name} ${lineEndName}`,
    store: (file, text) => encode(layout(file, text).replaceAll('\n', lineEnd), encoding),
  }));
}

function minified(file: FileId, text: string): string {
  if (file.endsWith('.json')) return JSON.stringify(JSON.parse(text));
  return file.endsWith('.xml') ? text.replace(/>\s+</g, '><') : text;
}

function indented(file: FileId, text: string, unit: string): string {
  if (file.endsWith('.json')) return `${JSON.stringify(JSON.parse(text), undefined, unit)}\n`;
  if (!file.endsWith('.xml')) return text;
  return text.replace(/^(?: {2})+/gm, (blank) => unit.repeat(blank.length / 2));
}

/** JSON as `ConvertTo-Json` of Windows PowerShell lays it out: blocks are indented from their opening bracket. */
function aligned(value: unknown, column: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value).replaceAll("'", '\\u0027');
  const blank = ' '.repeat(column);
  const inner = `${blank}    `;
  const members = Object.entries(value).map(([name, member]) => {
    const label = Array.isArray(value) ? '' : `${JSON.stringify(name).replaceAll("'", '\\u0027')}:  `;
    return inner + label + aligned(member, inner.length + label.length);
  });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open ?? ''}\n${members.join(',\n')}\n${blank}${close ?? ''}`;
}
