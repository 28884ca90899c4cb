/**
 * The few kinds of markup that hovers use, once as Markdown and once as plain text. What comes from files is text: in
 * Markdown every character that could mean something is escaped, so no name can become a link, a command or a table.
 */
import type { Location } from 'vscode-languageserver/node';
import { baseName, parentFolder } from '../model/names';

export interface Markup {
  /** Text as it is. */
  readonly text: (content: string) => string;
  readonly bold: (content: string) => string;
  /** A name as it stands in files. */
  readonly code: (content: string) => string;
  readonly link: (content: string, target: Location) => string;
  readonly table: (header: readonly string[], rows: readonly (readonly string[])[]) => string;
}

export const markdown: Markup = {
  text: escape,
  bold: (content) => `**${escape(content)}**`,
  code: (content) => (isPlain(content) ? `\`${content}\`` : escape(content)),
  link: (content, { uri, range: { start } }) =>
    `[${escape(content)}](${linkTarget(uri)}#L${start.line + 1},${start.character + 1})`,
  table: (header, rows) =>
    [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
};

export const plainText: Markup = {
  text: onOneLine,
  bold: onOneLine,
  code: onOneLine,
  link: onOneLine,
  table: (_, rows) => rows.map((cells) => cells.join(': ')).join('\n'),
};

/** A line end that does not end the paragraph; two blanks mean nothing in plain text. */
export const hardBreak = '  \n';

/** A settings file's name says little without its folder. */
export function shortName(file: string): string {
  const folder = baseName(parentFolder(file));
  return folder === '' ? baseName(file) : `${folder}/${baseName(file)}`;
}

export function isSaid(part: string | undefined): part is string {
  return part !== undefined;
}

/** Nobody reads more of a name, and a hover is no place for a book. */
const mostCharacters = 200;

/** Empty text would leave bare markup, `****`. */
const nameless = '(no name)';

function escape(content: string): string {
  return onOneLine(content).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Line ends would end a table row, and characters that turn the direction of writing would hide what is there. */
function onOneLine(content: string): string {
  const line = content
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (line === '') return nameless;
  const characters = Array.from(line.slice(0, 2 * mostCharacters));
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters).join('').trimEnd()}…` : line;
}

/** Within a code span nothing can be escaped, so only what needs no escape may stand there. */
function isPlain(content: string): boolean {
  return (
    content.length <= mostCharacters &&
    /^[\p{L}\p{N}#{}()%@$_.,:;/=+?!&*~-](?:[ ]?[\p{L}\p{N}#{}()%@$_.,:;/=+?!&*~-])*$/u.test(content)
  );
}

/** A client's own spelling of a URI may hold what would end the link. */
function linkTarget(uri: string): string {
  return uri.replace(/[()<>\\\s#]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
