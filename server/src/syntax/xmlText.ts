/** The text of an element as it is meant, with the way back to the text as it is written. */
export interface DecodedXml {
  readonly text: string;
  /** From an offset in `text` to where that stands in the written text. */
  readonly originalOffset: (offset: number) => number;
}

/** Decodes what stands between two tags, or between the quotes of an attribute. What is no entity stays as it is. */
export function decodeXml(written: string): DecodedXml {
  const section = /^\s*<!\[CDATA\[([^]*)\]\]>\s*$/.exec(written);
  if (section) {
    const start = written.indexOf('[CDATA[') + '[CDATA['.length;
    return { text: section[1] ?? '', originalOffset: (offset) => start + offset };
  }
  if (!written.includes('&')) return { text: written, originalOffset: (offset) => offset };
  let text = '';
  /** Ends of entities in `text`, and how many characters have been saved up to there. */
  const ends: { readonly end: number; readonly saved: number }[] = [];
  let copied = 0;
  for (const match of written.matchAll(/&(#\d+|#x[\da-f]+|\w+);/gi)) {
    const character = decodeEntity(match[1] ?? '');
    if (character === undefined) continue;
    text += written.slice(copied, match.index) + character;
    copied = match.index + match[0].length;
    ends.push({ end: text.length, saved: copied - text.length });
  }
  text += written.slice(copied);
  return { text, originalOffset: (offset) => offset + (ends.findLast(({ end }) => end <= offset)?.saved ?? 0) };
}

function decodeEntity(entity: string): string | undefined {
  if (!entity.startsWith('#')) return named.get(entity);
  const isHexadecimal = /^#x/i.test(entity);
  const point = Number.parseInt(entity.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
