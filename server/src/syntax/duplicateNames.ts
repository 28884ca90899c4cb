/**
 * Finds properties that stand twice in one object, which `JSON.parse` hides: the last one silently wins. Only the
 * object in question is scanned, so that a large file costs nothing more.
 */

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

/** Of an object's text: names and other strings, brackets, the colon behind a name. A broken string ends with its line. */
const token = /"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?|[{}[\]:]/g;

/** The property names of the object behind a colon, duplicates kept; empty where no object stands there. */
function namesOfObject(text: string, offset: number): string[] {
  const open = /\s*:\s*\{/y;
  open.lastIndex = offset;
  if (!open.test(text)) return [];
  const found: string[] = [];
  let last = '';
  let depth = 1;
  const tokens = new RegExp(token);
  tokens.lastIndex = open.lastIndex;
  for (let match = tokens.exec(text); match && depth > 0; match = tokens.exec(text)) {
    const [unit = ''] = match;
    if (unit === '{' || unit === '[') depth++;
    else if (unit === '}' || unit === ']') depth--;
    else if (unit !== ':') last = unit;
    else if (depth === 1) found.push(nameOf(last));
  }
  return found;
}

function nameOf(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1);
  try {
    return JSON.parse(written) as string;
  } catch {
    // A broken name is no other's duplicate.
    return written;
  }
}
