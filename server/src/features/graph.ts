/**
 * The graph of the whole workspace: connector → connection (of each environment) → connection reference → who uses it.
 * A reference that no settings file could bind hangs on its connector. Flows without any connection are left out.
 */
import { compare } from '../base/compare';
import { english, type L10n } from '../base/l10n';
import { describeConnector } from '../model/connectors';
import { isPackagedFlow } from '../model/fileKind';
import { fold } from '../model/names';
import type { FilePlace } from '../model/place';
import { findCustomConnector } from '../project/customConnectors';
import { declarationFor, givenBy } from '../project/declared';
import { entryPath, type Flow, type Snapshot, type Solution, type Use } from '../project/snapshot';
import { groupConnections, shortConnection, type ConnectionGroup } from './connectionGroups';
import { collectConnectors, type ConnectorUse } from './connectorUses';
import { counted } from './counted';
import { findingsOfEntry, type FindingsOf } from './findingsAt';
import type { Graph, GraphEdge, GraphNode, GraphProblem, GraphSolution } from './graphModel';
import { compareFolded, compareNodes } from './graphOrder';
import { problemsAt, problemsIn, sortProblems, toProblems } from './graphProblems';

/** A node and where it stands in files, the place to open first. */
export interface GraphItem extends GraphNode {
  readonly places: readonly FilePlace[];
}

export function buildGraph(snapshot: Snapshot, findingsOf: FindingsOf, l10n: L10n = english): Graph<GraphItem> {
  const builder = new GraphBuilder(snapshot, findingsOf, l10n);
  for (const connector of collectConnectors(snapshot)) builder.addConnector(connector);
  for (const name of [...snapshot.names].sort(compare)) builder.addUsers(name);
  return builder.finish();
}

export function connectorId(name: string): string {
  return `connector:${fold(name)}`;
}

export function referenceId(logicalName: string): string {
  return `reference:${fold(logicalName)}`;
}

export function flowId({ file }: Flow): string {
  return `flow:${file}`;
}

class GraphBuilder {
  readonly #snapshot: Snapshot;
  readonly #findingsOf: FindingsOf;
  readonly #l10n: L10n;
  readonly #items = new Map<string, GraphItem>();
  readonly #edges = new Map<string, GraphEdge>();

  constructor(snapshot: Snapshot, findingsOf: FindingsOf, l10n: L10n) {
    this.#snapshot = snapshot;
    this.#findingsOf = findingsOf;
    this.#l10n = l10n;
  }

  addConnector({ name, references, direct }: ConnectorUse): void {
    const l10n = this.#l10n;
    const connector = connectorId(name);
    const { title, tier } = name === '' ? { title: l10n.t('Unknown connector') } : describeConnector(name);
    const custom = [...references.values()]
      .flatMap((logicalName) => this.#snapshot.declarationsOf(logicalName))
      .map((declared) => findCustomConnector(this.#snapshot, declared))
      .find((found) => found !== undefined);
    this.#add({ id: connector, kind: 'connector', label: title, places: custom ? [custom.at] : [] }, [], {
      detail: tier ?? (custom ? l10n.t('Custom connector') : undefined),
      fullName: name,
    });
    for (const logicalName of references.values()) this.#addReference(logicalName, connector);
    for (const group of mergeUnknown(groupConnections(l10n, this.#snapshot, references.values()))) {
      this.#addConnection(connector, group);
    }
    for (const use of direct) this.#addDirectUse(connector, use);
  }

  /** Who uses a reference; also one of which nobody says the connector. */
  addUsers(logicalName: string): void {
    const uses = this.#snapshot.usesOf(logicalName);
    if (uses.length > 0) this.#addReference(logicalName, undefined);
    for (const use of uses) this.#connect(referenceId(logicalName), this.#addUser(use));
  }

  finish(): Graph<GraphItem> {
    const nodes = [...this.#items.values()].sort(compareNodes);
    const used = new Set(nodes.flatMap(({ solutions }) => solutions));
    return {
      nodes,
      edges: [...this.#edges.values()].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to)),
      solutions: nameSolutions(this.#snapshot.solutions.filter(({ root }) => used.has(root))),
      environments: [...new Set(nodes.flatMap(({ environments }) => environments))].sort(compareFolded),
    };
  }

  #addConnection(connector: string, { key, label, state, environments, references }: ConnectionGroup): void {
    if (environments.size === 0) {
      for (const name of references.keys()) this.#connect(connector, referenceId(name));
      return;
    }
    const bound = [...references.values()];
    const findings = bound.flatMap(({ logicalName, places }) =>
      places.flatMap((place) => findingsOfEntry(this.#snapshot, this.#findingsOf, logicalName, place)),
    );
    const inEnvironments = [...environments].sort(compareFolded);
    const id = this.#add(
      {
        id: `connection:${connector}/${key}`,
        kind: 'connection',
        label: state === 'bound' ? shortConnection(label) : label,
        connectionState: state,
        connector,
        places: bound.flatMap((reference) => reference.places),
      },
      toProblems(findings),
      {
        detail: inEnvironments.join(', '),
        fullName: state === 'bound' ? label : undefined,
        environments: inEnvironments,
      },
    );
    this.#connect(connector, id);
    for (const { logicalName, environments } of bound) {
      this.#connect(id, referenceId(logicalName), [...environments].sort(compareFolded));
    }
  }

  #addDirectUse(connector: string, { flow, key }: ConnectorUse['direct'][number]): void {
    const l10n = this.#l10n;
    const entry = flow.facts.entries.find((entry) => entry.key === key);
    const name = entry?.connectionName ?? '';
    const at = { file: flow.file, place: { path: entryPath(key), onKey: true as const } };
    const id = `connection:${connector}/direct:${name}`;
    const known = this.#items.get(id);
    const places = [...(known?.places ?? []), at];
    const flows = counted(l10n, new Set(places.map(({ file }) => file)).size, 'flow');
    this.#items.delete(id);
    this.#add(
      {
        id,
        kind: 'connection',
        label: name === '' ? l10n.t('Used directly') : shortConnection(name),
        connectionState: 'direct',
        connector,
        places,
      },
      sortProblems([...(known?.problems ?? []), ...problemsAt(this.#findingsOf, [at])]),
      {
        detail: name === '' ? l10n.t('by {0}', flows) : l10n.t('used directly by {0}', flows),
        fullName: name === '' ? l10n.t('A connection without a connection reference') : name,
      },
    );
    this.#connect(connector, id);
    this.#connect(id, this.#addFlow(flow));
  }

  #addReference(logicalName: string, connector: string | undefined): void {
    const id = referenceId(logicalName);
    if (this.#items.has(id)) return;
    const declared = declarationFor(this.#snapshot, undefined, logicalName);
    const title = declared?.declaration.displayName;
    const declarations = this.#snapshot.declarationsOf(logicalName);
    const uses = this.#snapshot.usesOf(logicalName);
    const bindings = this.#snapshot.bindingsOf(logicalName).map(({ binding, settings }) => ({
      file: settings.file,
      place: { path: binding.logicalNamePath },
    }));
    const declaredAt = declarations.map(({ at, declaration }) => ({
      file: at.file,
      place: { path: declaration.path },
    }));
    const base = uses.flatMap((use) => userSolution(use) ?? []).flatMap((user) => givenBy(user, logicalName) ?? [])[0];
    const undeclared = base === undefined ? this.#l10n.t('declared nowhere here') : this.#l10n.t('given by {0}', base);
    this.#add(
      {
        id,
        kind: 'reference',
        label: title ?? declared?.logicalName ?? logicalName,
        ...(connector !== undefined && { connector }),
        places: [...declarations, ...uses].map(({ at }) => at).concat(bindings),
      },
      problemsAt(this.#findingsOf, declaredAt),
      {
        detail: declared ? (title === undefined ? declared.solution.name : declared.logicalName) : undeclared,
        fullName: declared?.logicalName ?? logicalName,
        solutions: [...new Set(declarations.map(({ solution }) => solution.root))],
      },
    );
  }

  #addUser(use: Use): string {
    if (use.by === 'flow') return this.#addFlow(use.flow);
    const { by, name, schemaName, solution, at } = use;
    const id = `${by}:${at.file}#${schemaName ?? name}`;
    const known = this.#items.get(id);
    const places = [...(known?.places ?? []), at];
    this.#items.delete(id);
    return this.#add({ id, kind: by, label: name, places }, problemsAt(this.#findingsOf, places), {
      detail: solution?.name,
      fullName: schemaName,
      solutions: solution ? [solution.root] : [],
    });
  }

  #addFlow(flow: Flow): string {
    const id = flowId(flow);
    if (this.#items.has(id)) return id;
    const { file, name, solution } = flow;
    const place = { path: ['properties', 'connectionReferences'], onKey: true as const };
    return this.#add({ id, kind: 'flow', label: name, places: [{ file, place }] }, problemsIn(this.#findingsOf, file), {
      detail: solution?.name ?? (isPackagedFlow(file) ? this.#l10n.t('Flow package') : this.#l10n.t('In no solution')),
      solutions: solution ? [solution.root] : [],
    });
  }

  #add(
    item: Pick<GraphItem, 'id' | 'kind' | 'label' | 'places' | 'connectionState' | 'connector'>,
    problems: readonly GraphProblem[],
    more: {
      readonly detail?: string | undefined;
      readonly fullName?: string | undefined;
      readonly solutions?: readonly string[];
      readonly environments?: readonly string[];
    },
  ): string {
    const { detail, fullName, solutions = [], environments = [] } = more;
    this.#items.set(item.id, {
      ...item,
      ...(detail !== undefined && { detail }),
      ...(fullName !== undefined && fullName !== '' && fullName !== item.label && { fullName }),
      solutions,
      environments,
      problems,
      hasPlace: item.places.length > 0,
    });
    return item.id;
  }

  #connect(from: string, to: string, environments: readonly string[] = []): void {
    this.#edges.set(JSON.stringify([from, to]), { from, to, environments });
  }
}

/** What is not known of several environments alike is one node: which references a pipeline fills in, or nobody binds. */
function mergeUnknown(groups: readonly ConnectionGroup[]): ConnectionGroup[] {
  const merged = new Map<string, ConnectionGroup>();
  for (const group of groups) {
    const { state, key, environments, references } = group;
    const isKnown = state === 'bound' || environments.size === 0;
    const mergedKey = isKnown ? key : JSON.stringify([state, ...[...references.keys()].sort(compare)]);
    const known = merged.get(mergedKey);
    if (!known) {
      merged.set(mergedKey, group);
      continue;
    }
    for (const environment of environments) known.environments.add(environment);
    for (const [name, reference] of references) {
      const same = known.references.get(name);
      for (const environment of reference.environments) same?.environments.add(environment);
      same?.places.push(...reference.places);
    }
  }
  return [...merged.values()];
}

function userSolution(use: Use): Solution | undefined {
  return use.by === 'flow' ? use.flow.solution : use.solution;
}

/** Two states of one solution, such as two branches, are told apart by their folders. */
function nameSolutions(solutions: readonly Solution[]): GraphSolution[] {
  return solutions
    .map(({ root, name }) => {
      const alike = solutions.filter((other) => other.name === name).map((other) => other.root);
      return { id: root, name: alike.length === 1 ? name : `${name} (${ownPart(root, alike)})` };
    })
    .sort((a, b) => compareFolded(a.name, b.name) || compare(a.id, b.id));
}

/** A folder without what all of them begin with. */
function ownPart(folder: string, folders: readonly string[]): string {
  const segments = folder.split('/');
  const isShared = (i: number): boolean => folders.every((other) => other.split('/')[i] === segments[i]);
  const start = segments.findIndex((_, i) => !isShared(i));
  return segments.slice(Math.max(0, start)).join('/');
}
