/**
 * The few kinds of markup that hovers use, once as Markdown and once as plain text. What comes from files is text: in
 * Markdown every character that could mean something is escaped, so no name can become a link, a command or a table.
 */
import type { Location } from 'vscode-languageserver/node';
import { escapeMarkdown, markdownCode, markdownTable, onOneLine } from '../features/markdownText';

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
  text: escapeMarkdown,
  bold: (content) => `**${escapeMarkdown(content)}**`,
  code: markdownCode,
  link: (content, { uri, range: { start } }) =>
    `[${escapeMarkdown(content)}](${linkTarget(uri)}#L${start.line + 1},${start.character + 1})`,
  table: markdownTable,
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

export function isSaid(part: string | undefined): part is string {
  return part !== undefined;
}

/** A client's own spelling of a URI may hold what would end the link. */
function linkTarget(uri: string): string {
  return uri.replace(/[()<>\\\s#]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
