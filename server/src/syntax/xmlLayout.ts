/** How an XML text is laid out around one of its elements, and elements printed in that layout. Needed by `xmlEdit.ts`. */
import { isBlank, type XmlDocument, type XmlElement } from './xmlTree';

/** An element that is to be written. One with neither text nor children is closed in its open tag. */
export interface XmlContent {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly XmlContent[];
}

/** What an element says, without its layout and comments. */
export function contentOf({ name, attributes, children, text }: XmlElement): XmlContent {
  return {
    name,
    attributes: Object.fromEntries(attributes.map((attribute) => [attribute.name, attribute.value])),
    ...(children.length === 0 && text.trim() !== '' && { text: text.trim() }),
    children: children.map(contentOf),
  };
}

/** What stands between the elements of one parent, and within a new one. */
export interface XmlLayout {
  /** Before each child: a line end and its indentation, or what keeps them apart on one line. */
  readonly gap: string;
  /** Before the close tag of the parent. */
  readonly closingGap: string;
  /** One step of indentation; undefined where an element and all that is in it stand on one line. */
  readonly unit: string | undefined;
  readonly lineEnd: string;
}

/** Gives the layout for children of `parent`: that of its children, or of what stands around it where it has none. */
export function layoutIn({ text, root }: XmlDocument, parent: XmlElement): XmlLayout {
  const sibling = parent.children.at(-1);
  const own = sibling && blankBefore(text, sibling.start);
  const lineEnd = firstLineEnd(own ?? '') ?? firstLineEnd(text) ?? '\n';
  if (own !== undefined) {
    const closingGap = blankBefore(text, parent.closeStart);
    if (!/[\r\n]/.test(own)) return { gap: own, closingGap, unit: undefined, lineEnd };
    const indent = afterLastLineEnd(own);
    const model = parent.children.findLast((child) => child.children.length > 0);
    return { gap: lineEnd + indent, closingGap, unit: unitWithin(text, model, unitAround(text, parent)), lineEnd };
  }
  // A text without any layout gets that of an exported solution.
  const isOnLine = parent === root || /[\r\n]/.test(blankBefore(text, parent.start));
  if (!isOnLine) return { gap: '', closingGap: '', unit: undefined, lineEnd };
  const unit = unitAround(text, parent);
  const closingGap = lineEnd + indentOf(text, parent);
  return { gap: closingGap + unit, closingGap, unit, lineEnd };
}

/** Prints an element. @param gap what stands before its line. */
export function printElement(content: XmlContent, layout: XmlLayout, gap: string): string {
  const { unit, lineEnd } = layout;
  const { name, attributes = {}, text, children = [] } = content;
  const open = [`<${name}`, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeValue(value, '"')}"`)];
  if (text !== undefined) return `${open.join(' ')}>${escapeText(text, lineEnd)}</${name}>`;
  if (children.length === 0) return `${open.join(' ')} />`;
  const inner = unit === undefined ? '' : gap + unit;
  const printed = children.map((child) => inner + printElement(child, layout, inner));
  return `${open.join(' ')}>${printed.join('')}${unit === undefined ? '' : gap}</${name}>`;
}

/** A text as it stands between tags. */
export function escapeText(text: string, lineEnd: string): string {
  return writable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r?\n|\r/g, lineEnd);
}

/** A text as it stands between quotes. */
export function escapeValue(text: string, quote: string): string {
  return writable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(quote, quote === '"' ? '&quot;' : '&apos;')
    .replace(/[\t\r\n]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}

/** How the first line of a text ends; undefined where it is the only one. */
export function firstLineEnd(text: string): string | undefined {
  return /\r?\n|\r/.exec(text)?.[0];
}

/** The white space that stands directly before `offset`. */
export function blankBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  return text.slice(start, offset);
}

/** XML has no way at all to write some characters. */
function writable(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '');
}

/** As deep as the children of `model` stand in it; undefined where they are on its line. */
function unitWithin(text: string, model: XmlElement | undefined, otherwise: string): string | undefined {
  const [first] = model?.children ?? [];
  if (!model || !first) return otherwise;
  const gap = blankBefore(text, first.start);
  if (!/[\r\n]/.test(gap)) return undefined;
  return deeper(afterLastLineEnd(gap), indentOf(text, model)) ?? otherwise;
}

/** The nearest step of indentation: of the children of an element, or of one around it. */
function unitAround(text: string, element: XmlElement): string {
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    for (const child of at.children) {
      const gap = blankBefore(text, child.start);
      const unit = /[\r\n]/.test(gap) ? deeper(afterLastLineEnd(gap), indentOf(text, at)) : undefined;
      if (unit !== undefined) return unit;
    }
  }
  return '  ';
}

function deeper(inner: string, outer: string): string | undefined {
  return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : undefined;
}

/** Of the line on which an element begins. */
function indentOf(text: string, element: XmlElement): string {
  const start = lineStartOf(text, element.start);
  return /^[ \t]*/.exec(text.slice(start, element.start))?.[0] ?? '';
}

/** Where the line of an offset begins. */
export function lineStartOf(text: string, offset: number): number {
  // The search would begin at 0 for -1 as well.
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function afterLastLineEnd(blank: string): string {
  return blank.slice(Math.max(blank.lastIndexOf('\n'), blank.lastIndexOf('\r')) + 1);
}
