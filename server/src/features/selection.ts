/**
 * What a growing selection takes in, step by step: the parts of a workflow expression, then the structure of the file
 * around it. VS Code knows that of JSON too, and puts both together; of XML it knows nothing.
 */
import { touches, type Span } from '../base/span';
import type { FileId } from '../model/place';
import { isYaml, readsAsJson, type Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { expressionSpansAt } from '../syntax/expression';
import { contentSpan, keySpan, nodeAtOffset, type JsonDocument, type JsonNode } from '../syntax/jsonTree';
import { elementAround, nameSpan, type XmlDocument, type XmlElement } from '../syntax/xmlTree';

/** From the innermost to the whole file, each around the one before. Empty for files that Connref knows nothing of. */
export function selectionSpansAt(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): Span[] {
  if (!snapshot.files.has(file) || isYaml(file)) return [];
  if (readsAsJson(file)) return growing(jsonSpans(documents.json(file), offset, snapshot.flowAt(file) !== undefined));
  return growing(xmlSpans(documents.xml(file), offset));
}

function jsonSpans(document: JsonDocument | undefined, offset: number, isFlow: boolean): Span[] {
  const found = document && nodeAtOffset(document, offset);
  if (!document || !found) return [];
  const { node, on } = found;
  const spans: (Span | undefined)[] = [];
  if (on === 'key') spans.push(keySpan(node), node.key, propertyOf(node));
  const isString = on === 'value' && node.type === 'string';
  if (isString && isFlow) spans.push(...expressionSpansAt(document.text, contentSpan(node), offset));
  if (isString && touches(contentSpan(node), offset)) spans.push(contentSpan(node));
  for (let at: JsonNode | undefined = on === 'key' ? node.parent : node; at; at = at.parent) {
    spans.push(at, propertyOf(at));
  }
  return spans.filter((span) => span !== undefined);
}

/** The name and the value. */
function propertyOf({ key, end }: JsonNode): Span | undefined {
  return key && { start: key.start, end };
}

function xmlSpans(document: XmlDocument | undefined, offset: number): Span[] {
  const element = document && elementAround(document, offset);
  if (!element) return [];
  const spans: (Span | undefined)[] = offset < element.openEnd ? openTagSpans(element, offset) : [element.textSpan];
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    spans.push({ start: at.openEnd, end: at.closeStart }, at);
  }
  return spans.filter((span) => span !== undefined).filter((span) => touches(span, offset));
}

function openTagSpans(element: XmlElement, offset: number): Span[] {
  const attribute = element.attributes.find(
    ({ nameSpan: name, valueSpan }) => name.start <= offset && offset <= valueSpan.end + 1,
  );
  return [
    ...(attribute ? [attribute.nameSpan, attribute.valueSpan] : [nameSpan(element)]),
    ...(attribute ? [{ start: attribute.nameSpan.start, end: attribute.valueSpan.end + 1 }] : []),
    { start: element.start, end: element.openEnd },
  ];
}

/** Leaves out what is no more than the step before. */
function growing(spans: readonly Span[]): Span[] {
  const steps: Span[] = [];
  for (const { start, end } of spans) {
    const last = steps.at(-1);
    if (start === end || (last && last.start <= start && end <= last.end)) continue;
    steps.push({ start, end });
  }
  return steps;
}
