/**
 * Reads `<!-- connref-disable-next-line <rule>: <reason> -->`. What it covers are the elements, attributes and texts
 * that begin on the next line, told by their paths. XML allows no `--` in a comment, so a colon leads the reason.
 */
import type { Path } from '../base/path';
import { pathOf, type XmlElement } from '../syntax/xml';
import type { DisablingComment } from './facts';

/** @param root of the same text; undefined where it has none. */
export function readDisablingComments(source: string, root: XmlElement | undefined): DisablingComment[] {
  if (!root || !source.includes('connref-disable-next-line')) return [];
  const pattern = /<!--\s*connref-disable-next-line\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::\s*([^]*?))?\s*-->[^\n]*\n?/g;
  return Array.from(source.matchAll(pattern), (match): DisablingComment => {
    const [whole, names = '', reason] = match;
    const lineStart = skipComments(source, match.index + whole.length);
    const lineEnd = source.indexOf('\n', lineStart);
    const end = lineEnd < 0 ? source.length : lineEnd;
    return {
      rules: names.split(',').map((name) => name.trim()),
      ...(reason !== undefined && reason !== '' && { reason }),
      paths: pathsBetween(root, lineStart, end),
      place: { span: { start: match.index, end: match.index + whole.trimEnd().length } },
    };
  });
}

/** Several such comments may stand above one line, each for a rule and with a reason of its own. */
function skipComments(source: string, start: number): number {
  const pattern = /(?:[ \t]*<!--\s*connref-disable-next-line\s[^]*?-->[^\n]*\n)*/y;
  pattern.lastIndex = start;
  return start + (pattern.exec(source)?.[0].length ?? 0);
}

function pathsBetween(root: XmlElement, start: number, end: number): Path[] {
  const paths: Path[] = [];
  const ahead = [root];
  for (let element = ahead.pop(); element; element = ahead.pop()) {
    if (element.start >= end || element.end <= start) continue;
    if (element.start >= start) {
      paths.push(pathOf(element));
      for (const { name } of element.attributes) paths.push(pathOf(element, name));
    }
    ahead.push(...element.children);
  }
  return paths;
}
