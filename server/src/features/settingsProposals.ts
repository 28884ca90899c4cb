/** What could be typed in deployment settings: names that are missing, connections, connectors, and whole entries. */
import type { L10n } from '../base/l10n';
import { isEqual } from '../base/equal';
import type { Path } from '../base/path';
import type { SettingsFacts } from '../model/facts';
import { connectorName, fold } from '../model/names';
import type { FileId } from '../model/place';
import { listShape, pacShape, type Shape } from '../model/settings';
import { declarationFor } from '../project/declared';
import { indexSettings } from '../project/settings';
import type { SettingsFile, Snapshot } from '../project/snapshot';
import { nodeAt, property, type JsonDocument, type JsonValue } from '../syntax/json';
import { connectionProposals, connectorProposals, referenceProposal, type Proposal } from './proposals';

export interface SettingsProposal extends Proposal {
  /** Where a whole entry is to be written. */
  readonly entry?: NewEntry;
}

export interface NewEntry {
  readonly value: Readonly<Record<string, JsonValue>>;
  /** The property that is still to be filled in. */
  readonly toFill: string;
}

/** @param path of the value that is being typed. */
export function settingsProposals(
  l10n: L10n,
  snapshot: Snapshot,
  file: FileId,
  document: JsonDocument,
  path: Path,
): readonly SettingsProposal[] | undefined {
  const found = findList(document, path);
  if (!found) return undefined;
  const settings = snapshot.settingsAt(file) ?? asSettings(snapshot, file);
  if (!settings) return undefined;
  const [index, name, ...below] = found.rest;
  if (typeof index !== 'number' || below.length > 0) return undefined;
  if (found.list === 'variables') return variables(l10n, settings, name);
  const { shape } = found;
  if (name === undefined)
    return missingReferences(l10n, snapshot, settings, path).map((one) => withEntry(snapshot, one, shape));
  const item = nodeAt(document, path.slice(0, -1));
  const read = (other: string): string | undefined => {
    const value = item && property(item, other)?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const declared = declarationFor(snapshot, settings.solutions[0], read(shape.logicalName) ?? '');
  const connector = declared?.connector ?? connectorName(read(shape.connectorId) ?? '');
  switch (name) {
    case shape.logicalName:
      return missingReferences(l10n, snapshot, settings, path, connectorName(read(shape.connectorId) ?? ''));
    case shape.connectionId:
      return connectionProposals(snapshot, settings.environment, connector);
    case shape.connectorId:
      return connectorProposals(snapshot, 'id', declared?.connector);
    default:
      return undefined;
  }
}

interface List {
  readonly list: 'references' | 'variables';
  readonly shape: Shape;
  /** From the list on. */
  readonly rest: Path;
}

function findList({ root }: JsonDocument, path: Path): List | undefined {
  const [first, ...rest] = path;
  if (first === 'ConnectionReferences') return { list: 'references', shape: pacShape, rest };
  if (first === 'EnvironmentVariables') return { list: 'variables', shape: pacShape, rest };
  const isList = root?.type === 'array' && root.items.some((item) => property(item, listShape.logicalName));
  return isList ? { list: 'references', shape: listShape, rest: path } : undefined;
}

const empty: SettingsFacts = { kind: 'settings', bindings: [], variables: [], problems: [] };

/** A file whose only entry is being typed can't be told from other JSON by its facts; its place tells the rest. */
function asSettings(snapshot: Snapshot, file: FileId): SettingsFile | undefined {
  return indexSettings(new Map([[file, empty]]), snapshot.solutions, (of) => snapshot.configurationOf(of))[0];
}

/** References that the file's solutions declare and that no other entry names, then those that base solutions give them. */
function missingReferences(
  l10n: L10n,
  snapshot: Snapshot,
  { facts, solutions }: SettingsFile,
  path: Path,
  connector?: string,
): readonly Proposal[] {
  const others = facts.bindings.filter(({ logicalNamePath }) => !isEqual(logicalNamePath, path));
  const taken = new Set(others.map(({ logicalName }) => fold(logicalName)));
  const isNew = (logicalName: string): boolean => {
    const before = taken.size;
    return taken.add(fold(logicalName)).size > before;
  };
  const fits = (own: string | undefined): boolean =>
    connector === undefined || own === undefined || fold(own) === fold(connector);
  const declared = solutions.flatMap(({ declarations }) => declarations);
  const expected = solutions.flatMap(({ missing }) => [...missing.values()]);
  return [
    ...declared
      .filter((reference) => fits(reference.connector) && isNew(reference.logicalName))
      .map(({ logicalName, title, solution }) =>
        referenceProposal(l10n, snapshot, logicalName, title, solutions.length > 1 ? solution.name : undefined),
      ),
    ...expected
      .filter(({ logicalName }) => isNew(logicalName))
      .map(({ logicalName, displayName, baseSolution }) =>
        referenceProposal(l10n, snapshot, logicalName, displayName ?? logicalName, baseSolution),
      ),
  ];
}

function withEntry(snapshot: Snapshot, proposal: Proposal, shape: Shape): SettingsProposal {
  const connector = declarationFor(snapshot, undefined, proposal.label)?.declaration.connectorId;
  const value = {
    [shape.logicalName]: proposal.label,
    [shape.connectionId]: '',
    ...(connector !== undefined && { [shape.connectorId]: connector }),
  };
  return { ...proposal, kind: 'entry', entry: { value, toFill: shape.connectionId } };
}

function variables(
  l10n: L10n,
  { facts, solutions }: SettingsFile,
  name: string | number | undefined,
): SettingsProposal[] {
  if (name !== undefined && name !== 'SchemaName') return [];
  const taken = new Set(facts.variables.map(({ schemaName }) => fold(schemaName)));
  const missing = solutions
    .flatMap((solution) => solution.variables)
    .filter(({ schemaName }) => !taken.has(fold(schemaName)));
  return missing.map(({ schemaName, hasValue }) => ({
    kind: name === undefined ? 'entry' : 'variable',
    label: schemaName,
    detail: hasValue ? l10n.t('environment variable') : l10n.t('environment variable without a value'),
    about: { kind: 'variable', schemaName },
    ...(name === undefined && { entry: { value: { SchemaName: schemaName, Value: '' }, toFill: 'Value' } }),
  }));
}
