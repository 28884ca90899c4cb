/** The display names that a configuration asks for: `{area} – {connector} – {type}`. */
import { describeConnector } from '../model/connectors';
import type { Naming } from '../model/facts';

/** @param connector `shared_teams`; undefined where nobody knows it. */
export function followsNaming(title: string, connector: string | undefined, naming: Naming): boolean {
  const { pattern, template } = naming;
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(title)) return false;
  return template === undefined || wordsIn(title, connector, template) !== undefined;
}

/**
 * Reads what the words of a template stand for in a display name.
 * @returns undefined where the name does not follow the template.
 */
export function wordsIn(
  title: string,
  connector: string | undefined,
  template: string,
): ReadonlyMap<string, string> | undefined {
  const connectorTitle = connector === undefined ? '' : describeConnector(connector).title;
  const expression = template.split(wordPattern).map(escape).join('(.+)');
  const parts = new RegExp(`^${expression}$`, 'u').exec(title)?.slice(1);
  const words = wordsOf(template).map((word, i) => [word, parts?.[i] ?? ''] as const);
  const fits = parts && words.every(([word, part]) => word !== 'connector' || isPartOf(part, connectorTitle));
  return fits ? new Map(words) : undefined;
}

/** The words of a template in their order, without braces. */
export function wordsOf(template: string): string[] {
  return Array.from(template.matchAll(wordPattern), ([word]) => word.slice(1, -1));
}

export function fillTemplate(template: string, valueOf: (word: string) => string): string {
  return template.replace(wordPattern, (word) => valueOf(word.slice(1, -1)));
}

const wordPattern = /\{\w+\}/g;

/** `Outlook` stands for Office 365 Outlook. */
export function isPartOf(part: string, connectorTitle: string): boolean {
  return connectorTitle.toLowerCase().includes(part.toLowerCase());
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
