/** What could be typed in a flow: keys in steps; logical names, connectors and ids in entries. */
import type { L10n } from '../base/l10n';
import type { Path } from '../base/path';
import type { FlowFacts } from '../model/facts';
import { isPackagedFlow } from '../model/fileKind';
import { connectorName } from '../model/names';
import type { FileId } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import { nodeAt, property, type JsonDocument } from '../syntax/json';
import { connectorProposals, keyProposals, referenceProposals, type Proposal } from './proposals';

export interface FlowProposals {
  readonly proposals: readonly Proposal[];
  /** Whether a key stands within an expression there. */
  readonly inExpression?: true;
}

/** @param path of the value that is being typed. */
export function flowProposals(
  l10n: L10n,
  snapshot: Snapshot,
  file: FileId,
  facts: FlowFacts,
  document: JsonDocument,
  path: Path,
): FlowProposals | undefined {
  return path[0] === 'properties' && path[1] === 'connectionReferences'
    ? inEntry(l10n, snapshot, file, facts, path)
    : inStep(l10n, snapshot, file, facts, document, path);
}

function inEntry(
  l10n: L10n,
  snapshot: Snapshot,
  file: FileId,
  facts: FlowFacts,
  path: Path,
): FlowProposals | undefined {
  const [, , key, ...rest] = path;
  const connector = facts.entries.find((entry) => entry.key === key)?.connector?.name;
  switch (rest.join('/')) {
    case 'connection/connectionReferenceLogicalName':
      if (isPackagedFlow(file)) return undefined;
      return { proposals: referenceProposals(l10n, snapshot, snapshot.solutionOf(file), connector) };
    case 'api/name':
      return { proposals: connectorProposals(snapshot, 'name') };
    case 'api/id':
    case 'id':
      return { proposals: connectorProposals(snapshot, 'id') };
    default:
      return undefined;
  }
}

function inStep(
  l10n: L10n,
  snapshot: Snapshot,
  file: FileId,
  facts: FlowFacts,
  document: JsonDocument,
  path: Path,
): FlowProposals | undefined {
  const at = path.lastIndexOf('host');
  if (at < 0 || path[at - 1] !== 'inputs') return undefined;
  const host = nodeAt(document, path.slice(0, at + 1));
  const read = (name: string): string | undefined => {
    const value = host && property(host, name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const keys = (connector: string | undefined): readonly Proposal[] =>
    keyProposals(l10n, snapshot, snapshot.solutionOf(file), facts.entries, connector);
  const connector = connectorName(read('apiId') ?? '');
  switch (path.slice(at + 1).join('/')) {
    case 'connectionName':
    case 'connectionReferenceName':
      return { proposals: keys(connector) };
    case 'connection/name':
      return { proposals: keys(connector), inExpression: true };
    case 'apiId': {
      const key = read('connectionName') ?? read('connectionReferenceName');
      const ofKey = facts.entries.find((entry) => entry.key === key)?.connector?.name;
      return { proposals: connectorProposals(snapshot, 'id', ofKey) };
    }
    default:
      return undefined;
  }
}
