/**
 * What a parser of JSON with comments does not say of a text: names that stand twice in one object, of which the last
 * one silently wins, and nesting so deep that the parser, which calls itself for each level, would overflow the stack.
 */
import { createScanner } from 'jsonc-parser';
import type { Path } from '../base/path';
import type { Span } from '../base/span';
import { Token } from './json';

export interface JsoncShape {
  /** Each name that stands there before already. */
  readonly repeated: readonly Path[];
  /** The first bracket that is too deep; nothing behind it is looked at. */
  readonly tooDeep?: Span;
}

/** More than anybody writes by hand. */
const deepestNesting = 200;

interface Open {
  /** Undefined for an array. */
  readonly names?: Set<string>;
  /** Where in it the scanner is. */
  at: string | number;
}

export function inspectJsonc(text: string): JsoncShape {
  const scanner = createScanner(text, true);
  const stack: Open[] = [];
  const repeated: Path[] = [];
  let last = '';
  for (let token: number = scanner.scan(); token !== Token.End; token = scanner.scan()) {
    const open = stack.at(-1);
    if (token === Token.OpenBrace) stack.push({ names: new Set(), at: '' });
    else if (token === Token.OpenBracket) stack.push({ at: 0 });
    else if (token === Token.CloseBrace || token === Token.CloseBracket) stack.pop();
    else if (token === Token.String) last = scanner.getTokenValue();
    else if (token === Token.Comma && typeof open?.at === 'number') open.at++;
    else if (token === Token.Colon && open?.names) {
      open.at = last;
      if (open.names.has(last)) repeated.push(stack.map(({ at }) => at));
      open.names.add(last);
    }
    if (stack.length > deepestNesting) {
      const start = scanner.getTokenOffset();
      return { repeated, tooDeep: { start, end: start + 1 } };
    }
  }
  return { repeated };
}
