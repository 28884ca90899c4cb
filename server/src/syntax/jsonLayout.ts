/** How a JSON text is laid out around one of its nodes, and values printed in that layout. Needed by `jsonEdit.ts`. */
import type { JsonDocument, JsonNode, JsonValue } from './jsonTree';

export interface Layout {
  /** Whether members stand on lines of their own. */
  readonly lines: boolean;
  readonly lineEnd: string;
  /** One step of indentation. */
  readonly unit: string;
  /** The colon and the space around it. */
  readonly colon: string;
  /** What follows the comma where members stand on one line. */
  readonly comma: string;
  /** What stands inside of the braces of an object on one line. */
  readonly padding: string;
  /**
   * Whether blocks are indented from the column of their opening bracket, as Windows PowerShell's `ConvertTo-Json` does,
   * and not from their line.
   */
  readonly aligned: boolean;
}

/**
 * Gives the layout for members of `container`: that of its members, or where it is empty, of the members of the nearest
 * object or array around it. A text without any gets two spaces, as exported solutions have.
 */
export function layoutAt({ text }: JsonDocument, container: JsonNode): Layout {
  let model = container;
  while (model.items.length === 0 && model.parent !== undefined) model = model.parent;
  const last = model.items.at(-1);
  if (last === undefined) {
    const lineEnd = /\r?\n|\r/.exec(text)?.[0] ?? '\n';
    return { lines: true, lineEnd, unit: '  ', colon: ': ', comma: ' ', padding: '', aligned: false };
  }
  const gap = blankBefore(text, startOf(last));
  const lineEnd = /\r?\n|\r/.exec(gap)?.[0];
  const spaced = model.items.length > 1 && gap !== '';
  const colon = colonNear(text, model) ?? (lineEnd !== undefined || spaced ? ': ' : ':');
  return {
    lines: lineEnd !== undefined,
    lineEnd: lineEnd ?? '\n',
    unit: unitOf(text, model, last),
    colon,
    comma: model.items.length > 1 ? gap : colon.endsWith(' ') ? ' ' : '',
    padding: paddingNear(text, model),
    aligned: isAligned(text, model) ?? colon === ':  ',
  };
}

/** Gives the indentation of the closing bracket that `container` has or, when it is on one line, would have. */
export function closingIndent({ text }: JsonDocument, container: JsonNode, { aligned }: Layout): string {
  if (aligned && container.key !== undefined && !closesOnOwnLine(text, container)) {
    return ' '.repeat(columnOf(text, container.start));
  }
  return indentBeforeClose(text, container);
}

/** Gives the indentation of the members of `container`. */
export function memberIndent(doc: JsonDocument, container: JsonNode, layout: Layout): string {
  const last = container.items.at(-1);
  return last === undefined
    ? closingIndent(doc, container, layout) + layout.unit
    : afterLastLineEnd(blankBefore(doc.text, startOf(last)));
}

/** Gives the place where a member begins: its name, or the item itself. */
export function startOf(member: JsonNode): number {
  return (member.key ?? member).start;
}

/** Prints an item or, with a name, a property. @param indent the indentation of the member's line. */
export function printMember(name: string | undefined, value: JsonValue, layout: Layout, indent: string): string {
  const label = labelOf(name, layout);
  return label + printValue(value, layout, valueIndent(label, layout, indent));
}

/** Prints a value. @param indent the indentation of its closing bracket. */
export function printValue(value: JsonValue, layout: Layout, indent: string): string {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const print = (next: JsonValue, closing: string): void => {
    const block = blockOf(next, closing);
    if (block !== undefined) blocks.push(block);
    parts.push(block?.open ?? scalarOrEmpty(next));
  };
  print(value, indent);
  for (let block = blocks.at(-1); block !== undefined; block = blocks.at(-1)) {
    const inner = block.indent + layout.unit;
    const padding = block.close === '}' ? layout.padding : '';
    const member = block.members[block.printed];
    if (member === undefined) {
      parts.push(layout.lines ? layout.lineEnd + block.indent : padding, block.close);
      blocks.pop();
      continue;
    }
    const first = block.printed++ === 0;
    const label = labelOf(member[0], layout);
    parts.push(first ? '' : ',', layout.lines ? layout.lineEnd + inner : first ? padding : layout.comma, label);
    print(member[1], valueIndent(label, layout, inner));
  }
  return parts.join('');
}

/** An object or array that is being printed. */
interface Block {
  readonly members: readonly (readonly [name: string | undefined, value: JsonValue])[];
  readonly open: string;
  readonly close: string;
  readonly indent: string;
  printed: number;
}

function blockOf(value: JsonValue, indent: string): Block | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (isArray(value)) {
    const members = value.map((item) => [undefined, item] as const);
    return members.length === 0 ? undefined : { members, open: '[', close: ']', indent, printed: 0 };
  }
  const members = Object.entries(value);
  return members.length === 0 ? undefined : { members, open: '{', close: '}', indent, printed: 0 };
}

function scalarOrEmpty(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return isArray(value) ? '[]' : '{}';
}

/** `Array.isArray` does not narrow read-only arrays. */
function isArray(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function labelOf(name: string | undefined, layout: Layout): string {
  return name === undefined ? '' : JSON.stringify(name) + layout.colon;
}

function valueIndent(label: string, layout: Layout, indent: string): string {
  return layout.aligned ? indent + ' '.repeat(label.length) : indent;
}

/** The colon of the nearest property: among the members, in the last member, of the container or of one around it. */
function colonNear(text: string, container: JsonNode): string | undefined {
  const last = container.items.at(-1);
  for (const node of [last, last?.items.at(-1)]) {
    if (node?.key !== undefined) return colonOf(text, node);
  }
  for (let node: JsonNode | undefined = container; node !== undefined; node = node.parent) {
    if (node.key !== undefined) return colonOf(text, node);
  }
  return undefined;
}

function colonOf(text: string, { key, start }: JsonNode): string | undefined {
  const between = key && text.slice(key.end, start);
  return between !== undefined && /^[ \t]*:[ \t]*$/.test(between) ? between : undefined;
}

function unitOf(text: string, container: JsonNode, member: JsonNode): string {
  const outer = indentBeforeClose(text, container);
  const inner = afterLastLineEnd(blankBefore(text, startOf(member)));
  return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : '  ';
}

function paddingNear(text: string, container: JsonNode): string {
  const object = [container, container.items.at(-1)].find((node) => node?.type === 'object' && node.items.length > 0);
  const first = object?.items[0];
  const gap = first === undefined ? '' : blankBefore(text, startOf(first));
  return /[\r\n]/.test(gap) ? '' : gap;
}

/** Told by the nearest block that belongs to a property; blocks of the root or of an array look the same either way. */
function isAligned(text: string, container: JsonNode): boolean | undefined {
  for (let node: JsonNode | undefined = container; node !== undefined; node = node.parent) {
    if (node.key === undefined || !closesOnOwnLine(text, node)) continue;
    return indentBeforeClose(text, node) !== lineIndent(text, node.start);
  }
  return undefined;
}

function closesOnOwnLine(text: string, container: JsonNode): boolean {
  return /[\r\n]/.test(blankBefore(text, container.end - 1));
}

function indentBeforeClose(text: string, container: JsonNode): string {
  return closesOnOwnLine(text, container)
    ? afterLastLineEnd(blankBefore(text, container.end - 1))
    : lineIndent(text, container.start);
}

function blankBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && /[ \t\r\n]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
}

function lineIndent(text: string, offset: number): string {
  const start = offset - columnOf(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function columnOf(text: string, offset: number): number {
  return offset - 1 - Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
}

function afterLastLineEnd(blank: string): string {
  return blank.slice(Math.max(blank.lastIndexOf('\n'), blank.lastIndexOf('\r')) + 1);
}
