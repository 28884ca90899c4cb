/**
 * Finds properties that stand twice in one object, which `JSON.parse` hides: the last one silently wins. Only the
 * object in question is scanned, so that a large file costs nothing more.
 */
import { createScanner } from 'jsonc-parser';

/**
 * @param name of the property whose value is the object; where the text has several, it is the one with these names.
 * @param names that a reader found in it, each once.
 * @returns the names that stand in it more than once, in the order of the text. Empty where the object is not found.
 */
export function findDuplicateNames(text: string, name: string, names: readonly string[]): string[] {
  const wanted = new Set(names);
  const property = JSON.stringify(name);
  for (let at = text.indexOf(property); at >= 0; at = text.indexOf(property, at + 1)) {
    const found = namesOfObject(text, at + property.length);
    const unique = new Set(found);
    if (unique.size !== wanted.size || ![...unique].every((other) => wanted.has(other))) continue;
    return [...unique].filter((other) => found.indexOf(other) !== found.lastIndexOf(other));
  }
  return [];
}

/** Of jsonc-parser's `SyntaxKind`, a `const enum` that isolated modules cannot read. */
const Token = { OpenBrace: 1, CloseBrace: 2, OpenBracket: 3, CloseBracket: 4, Colon: 6, String: 10, End: 17 } as const;

/** The property names of the object behind a colon, duplicates kept; empty where no object stands there. */
function namesOfObject(text: string, offset: number): string[] {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  const scan = (): number => scanner.scan();
  if (scan() !== Token.Colon || scan() !== Token.OpenBrace) return [];
  const found: string[] = [];
  let last = '';
  let depth = 1;
  while (depth > 0) {
    const token = scan();
    if (token === Token.End) break;
    if (token === Token.OpenBrace || token === Token.OpenBracket) depth++;
    else if (token === Token.CloseBrace || token === Token.CloseBracket) depth--;
    else if (token === Token.String) last = scanner.getTokenValue();
    else if (token === Token.Colon && depth === 1) found.push(last);
  }
  return found;
}
