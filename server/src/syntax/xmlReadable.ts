/** Takes out of XML what its reader could not go on behind, so that a text that somebody is typing in keeps its tree. */
import { toSay } from '../base/l10n';
import type { SyntaxProblem } from './problem';
import { isBlank } from './xmlTree';

export interface Readable {
  /** As long as the original, so offsets are the same. */
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
  /** Where the open tags begin that have no end in the original. */
  readonly cutTags: ReadonlySet<number>;
  /** Gives a value from `text` as it stands in the original. */
  restore(value: string): string;
}

const bareAmpersand = /&(?!(?:#\d+|#x[\da-f]+|[^\s&;<>#"']+);)/i;
const bareAmpersandOrMarkup = new RegExp(
  `<!--[^]*?(?:-->|$)|<!\\[CDATA\\[[^]*?(?:\\]\\]>|$)|<\\?[^]*?(?:\\?>|$)|${bareAmpersand.source}`,
  'gi',
);

/**
 * Changes what saxes could not go on behind: an open tag without its end takes in all that follows, an `&` that is no
 * entity makes it read up to the next semicolon, however far, and half a surrogate pair makes it throw.
 */
export function makeReadable(text: string): Readable {
  const tags = cutTagsOf(text);
  const problems = tags.map(({ start, nameEnd }): SyntaxProblem => ({
    span: { start, end: nameEnd },
    message: toSay("Expected '>' at the end of this tag."),
  }));
  let readable = endTags(text, tags);
  if (/[\ud800-\udfff]/.test(text)) {
    readable = readable.replace(/\p{Surrogate}/gu, (_, at: number) => {
      problems.push({ span: { start: at, end: at + 1 }, message: toSay('This character is broken.') });
      return '\ufffd';
    });
  }
  const cutTags = new Set(tags.map(({ start }) => start));
  if (!bareAmpersand.test(readable)) return { text: readable, problems, cutTags, restore: (value) => value };
  const standIn = unusedCharacter(text);
  readable = readable.replace(bareAmpersandOrMarkup, (found, at: number) => {
    if (found !== '&') return found;
    problems.push({ span: { start: at, end: at + 1 }, message: toSay("Text has to write '&' as '&amp;'.") });
    return standIn;
  });
  return { text: readable, problems, cutTags, restore: (value) => value.replaceAll(standIn, '&') };
}

/** An open tag that the next one, or the end of the text, comes before the end of. */
interface CutTag {
  readonly start: number;
  readonly nameEnd: number;
  /** Behind the last of it, where nothing but white space stands. */
  readonly end: number;
  /** What is missing there. */
  readonly ending: string;
}

const markupOrOpenTag = /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<([^\s<>!?/"'=&]+)/g;

/** Those whose ending has room in the white space behind them. */
function cutTagsOf(text: string): readonly CutTag[] {
  return Array.from(text.matchAll(markupOrOpenTag)).flatMap(({ index: start, 0: found, 1: name }) => {
    const nameEnd = start + found.length;
    const cut = name === undefined ? undefined : findCut(text, nameEnd);
    const room = cut && text.slice(cut.end, cut.end + cut.ending.length);
    return cut && room?.length === cut.ending.length && room.trim() === '' ? [{ start, nameEnd, ...cut }] : [];
  });
}

/** Looks for the end of a tag from behind its name. @returns undefined where it is there. */
function findCut(text: string, nameEnd: number): Pick<CutTag, 'end' | 'ending'> | undefined {
  const mark = /[<>"']/g;
  mark.lastIndex = nameEnd;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [character] = found;
    if (character === '>') return undefined;
    if (character === '<') return { end: behindLast(text, found.index), ending: '>' };
    const close = text.indexOf(character, mark.lastIndex);
    const value = text.slice(mark.lastIndex, close < 0 ? text.length : close);
    // No value holds a `<`, and one that somebody has written all the same is closed on its line.
    if (close < 0 || /[\r\n]/.test(value.slice(0, Math.max(0, value.lastIndexOf('<'))))) {
      const line = /^[^\r\n<]*/.exec(value)?.[0] ?? '';
      return { end: behindLast(text, mark.lastIndex + line.length), ending: `${character}>` };
    }
    mark.lastIndex = close + 1;
  }
  return { end: behindLast(text, text.length), ending: '>' };
}

function behindLast(text: string, offset: number): number {
  let end = offset;
  while (isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function endTags(text: string, tags: readonly CutTag[]): string {
  let ended = '';
  let from = 0;
  for (const { end, ending } of tags) {
    if (end < from) continue;
    ended += text.slice(from, end) + ending;
    from = end + ending.length;
  }
  return ended + text.slice(from);
}

/** One of the characters that Unicode leaves to private use. A text that uses all of them gets the last one. */
function unusedCharacter(text: string): string {
  let code = 0xe000;
  while (code < 0xf8ff && text.includes(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}
