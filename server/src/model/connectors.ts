/** Names of connectors as people know them. */
import { connectorCatalogue } from './connectorCatalogue';
import { fold } from './names';

export interface Connector {
  /** `shared_office365` as it was asked for. */
  readonly name: string;
  /** `Office 365 Outlook`. */
  readonly title: string;
  /** Undefined for connectors that the catalogue does not have. */
  readonly tier?: 'Standard' | 'Premium';
}

/** @param name `shared_office365`; for a connector that nobody knows the title is made readable from it. */
export function describeConnector(name: string): Connector {
  const line = lines.get(fold(name).replace(/^shared_/, ''));
  const [, title, marks = ''] = line?.split('|') ?? [];
  if (title === undefined || title === '') return { name, title: readableName(name) };
  if (marks === '') return { name, title };
  return { name, title, tier: marks.startsWith('P') ? 'Premium' : 'Standard' };
}

/** Whether service principals can have connections of it, as far as the catalogue knows. */
export function takesServicePrincipals(name: string): boolean {
  return lines.get(fold(name).replace(/^shared_/, ''))?.endsWith('+') === true;
}

/** Names of all connectors of the catalogue: `shared_office365`. */
export function knownConnectors(): readonly string[] {
  return Array.from(connectorCatalogue.matchAll(/^([^|\n]+)\|/gm), ([, id = '']) => `shared_${id}`);
}

/** Whether a name is a connector's id in the catalogue: `shared_office365`. */
export function isKnownConnector(name: string): boolean {
  return /^shared_/i.test(name) && lines.get(fold(name).replace(/^shared_/, '')) !== undefined;
}

/** By id, without `shared_`. */
const lines: ReadonlyMap<string, string> = new Map(
  connectorCatalogue
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf('|')), line]),
);

/** Custom connectors: `shared_new-5fmy-20connector-5f7fc9343cf45734fe` → `new_my connector`. */
export function readableName(name: string): string {
  const decoded = name
    .replace(/^shared_/i, '')
    // Only what is no letter or digit is encoded: `-ad` of a plain name is what it looks like.
    .replace(/-(2[0-9a-f]|3[a-f]|40|5[b-f]|60|7[b-e])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  const withoutHash = decoded.replace(/_[0-9a-f]{16}$/i, '');
  return withoutHash === '' ? name : withoutHash;
}
