/**
 * Additions to JSON that people write by hand, with comments and trailing commas: those stay where they are, each with
 * the line that it is about. For strict JSON there is `jsonEdit.ts`.
 */
import type { Path } from '../base/path';
import type { TextEdit } from '../base/textEdit';
import { closingIndent, layoutAt, memberIndent, printMember } from './jsonLayout';
import { replaceValue } from './jsonEdit';
import { nodeAt, property, type JsonDocument, type JsonNode, type JsonValue } from './jsonTree';

/** Gives a property the value, in place or as the last one. No edits when there is no object at `objectPath`. */
export function setCommentedProperty(doc: JsonDocument, objectPath: Path, name: string, value: JsonValue): TextEdit[] {
  const object = nodeAt(doc, objectPath);
  if (object?.type !== 'object') return [];
  return property(object, name)
    ? replaceValue(doc, [...objectPath, name], value)
    : addMembers(doc, object, [{ name, value }]);
}

/** Adds items at the end of an array. No edits when there is no array at `arrayPath`. */
export function appendCommentedItems(doc: JsonDocument, arrayPath: Path, values: readonly JsonValue[]): TextEdit[] {
  const array = nodeAt(doc, arrayPath);
  return array?.type === 'array'
    ? addMembers(
        doc,
        array,
        values.map((value) => ({ value })),
      )
    : [];
}

interface Member {
  readonly name?: string;
  readonly value: JsonValue;
}

/** New members come last, behind all comments; the comma that they need goes directly behind the member before. */
function addMembers(doc: JsonDocument, container: JsonNode, members: readonly Member[]): TextEdit[] {
  if (members.length === 0) return [];
  const { text } = doc;
  const layout = layoutAt(doc, container);
  const indent = memberIndent(doc, container, layout);
  const last = container.items.at(-1);
  const close = container.end - 1;
  const tail = readTail(text, last?.end ?? container.start + 1, close);
  const onLines = layout.lines || tail.endsWithLineComment;
  const gap = onLines ? layout.lineEnd + indent : last ? layout.comma : layout.padding;
  const printed = members.map(({ name, value }) => printMember(name, value, layout, indent));
  const added = gap + printed.join(onLines ? `,${gap}` : `,${layout.comma}`) + (tail.hasComma ? ',' : '');
  const before = text.slice(tail.end, close);
  const isClosed = onLines ? /[\r\n]/.test(before) : before !== '';
  const ending = last || isClosed ? '' : onLines ? layout.lineEnd + closingIndent(doc, container, layout) : gap;
  const insertion: TextEdit = { span: { start: tail.end, end: tail.end }, newText: added + ending };
  if (!last || tail.hasComma) return [insertion];
  return [{ span: { start: last.end, end: last.end }, newText: ',' }, insertion];
}

/** What stands between the last member and the closing bracket: a comma, comments and white space. */
function readTail(
  text: string,
  start: number,
  close: number,
): { readonly end: number; readonly hasComma: boolean; readonly endsWithLineComment: boolean } {
  let end = start;
  let hasComma = false;
  let endsWithLineComment = false;
  const pattern = /\s+|,|\/\/[^\r\n]*|\/\*[^]*?\*\//y;
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match && match.index < close; match = pattern.exec(text)) {
    const [token] = match;
    if (token.trim() === '') continue;
    end = match.index + token.length;
    if (token === ',') hasComma = true;
    endsWithLineComment = token.startsWith('//');
  }
  return { end, hasComma, endsWithLineComment };
}
