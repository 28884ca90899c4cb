/**
 * Names within Markdown. What comes from files is text: every character that could mean something is escaped, so no
 * name can become a link, a command or a table. What can't mean anything where it stands is left: people read it too.
 */

export function escapeMarkdown(content: string): string {
  const line = onOneLine(content);
  return line.replace(/[!-/:-@[-`{-~]/g, (character, at: number) =>
    isHarmless(character, line.slice(0, at), line.charAt(at + 1)) ? character : `\\${character}`,
  );
}

function isHarmless(character: string, before: string, next: string): boolean {
  const previous = before.slice(-1);
  switch (character) {
    case ',':
    case ';':
    case "'":
    case '"':
    case '(':
      return true;
    case '-':
    case ')':
      // They begin a list at the start of a line, behind a number at most.
      return /\p{L}/u.test(before);
    case '_':
      return /[a-z\d]/i.test(previous) && /[a-z\d]/i.test(next);
    case ':':
      return /\p{L}/u.test(previous) && /^ ?$/.test(next);
    case '.':
      // Between letters it could be an address, and behind a number that of a list.
      return (/\d/.test(previous) && /\d/.test(next)) || (/\p{L}/u.test(previous) && /^ ?$/.test(next));
    default:
      return false;
  }
}

/** A name as it stands in files. */
export function markdownCode(content: string): string {
  return isPlain(content) ? `\`${content}\`` : escapeMarkdown(content);
}

/** @param rows cells that are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Line ends would end a table row, and characters that turn the direction of writing would hide what is there. */
export function onOneLine(content: string): string {
  const line = content
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (line === '') return nameless;
  const characters = Array.from(line.slice(0, 2 * mostCharacters));
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters).join('').trimEnd()}…` : line;
}

/** Nobody reads more of a name, and a hover is no place for a book. */
const mostCharacters = 200;

/** Empty text would leave bare markup, `****`. */
const nameless = '(no name)';

/** Within a code span nothing can be escaped, so only what needs no escape may stand there. */
function isPlain(content: string): boolean {
  return (
    content.length <= mostCharacters &&
    /^[\p{L}\p{N}#{}()%@$_.,:;/=+?!&*~-](?:[ ]?[\p{L}\p{N}#{}()%@$_.,:;/=+?!&*~-])*$/u.test(content)
  );
}
