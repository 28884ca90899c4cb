/** What could be typed in the XML and YAML files of a solution, and in the YAML of an agent's workspace. */
import type { L10n } from '../base/l10n';
import type { Facts } from '../model/facts';
import { connectorName, fold } from '../model/names';
import type { FileId } from '../model/place';
import type { Snapshot, Solution } from '../project/snapshot';
import { connectorProposals, referenceProposals, type Proposal } from './proposals';

/** What somebody is typing there. */
export interface Typed {
  /** Of the attribute, element or property; without `@`. */
  readonly name: string;
  /** The element around it, or the one that has the attribute. */
  readonly owner?: string;
  /** The connector id that stands beside it. */
  readonly connectorId?: string;
}

export function markupProposals(
  l10n: L10n,
  snapshot: Snapshot,
  file: FileId,
  kind: Facts['kind'],
  { name, owner, connectorId = '' }: Typed,
): readonly Proposal[] | undefined {
  const solution = snapshot.solutionOf(file);
  const property = fold(name);
  const connector = connectorName(connectorId);
  if (kind === 'customizations') {
    if (property === 'connectorid' && owner === 'customconnectorid') return customConnectorGuids(l10n, snapshot);
    if (property === 'connectorid') return connectorProposals(snapshot, 'id');
    return property === 'connectionreferencelogicalname'
      ? undeclaredNames(l10n, snapshot, solution, connector)
      : undefined;
  }
  if (kind === 'agentReferences' && property === 'connectorid') return connectorProposals(snapshot, 'id');
  const isUser = kind === 'agentReferences' || kind === 'environmentVariable';
  return isUser && property.endsWith('connectionreferencelogicalname')
    ? referenceProposals(l10n, snapshot, solution, connector)
    : undefined;
}

/** A declaration's own name can only be one that is used and not declared yet. */
function undeclaredNames(
  l10n: L10n,
  snapshot: Snapshot,
  solution: Solution | undefined,
  connector: string | undefined,
): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  for (const { facts } of solution?.flows ?? []) {
    for (const { logicalName, connector: own } of facts.entries) {
      if (logicalName === undefined || snapshot.declarationsOf(logicalName).length > 0) continue;
      if (connector !== undefined && own !== undefined && fold(own.name) !== fold(connector)) continue;
      found.set(fold(logicalName), {
        kind: 'reference',
        label: logicalName,
        detail: l10n.t('used, and declared nowhere'),
        about: { kind: 'reference', logicalName },
      });
    }
  }
  return [...found.values()];
}

function customConnectorGuids(l10n: L10n, snapshot: Snapshot): readonly Proposal[] {
  const connectors = snapshot.solutions.flatMap((solution) => solution.connectors);
  return connectors.flatMap(({ connector: { name, guid }, title, solution }): Proposal[] =>
    guid === undefined
      ? []
      : [
          {
            kind: 'connector',
            label: title,
            value: guid,
            detail: `${guid} · ${l10n.t('of {0}', solution.name)}`,
            words: `${guid} ${title}`,
            about: { kind: 'connector', name },
          },
        ],
  );
}
