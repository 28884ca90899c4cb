/**
 * The outline of a flow: its connections, its triggers and its actions, nested as the designer nests them. It is read
 * from the tree, because facts have only those steps that use a connection or call a flow.
 */
import type { L10n } from '../base/l10n';
import { describeConnector } from '../model/connectors';
import type { ConnectionEntry, Step } from '../model/facts';
import { stepTitle } from '../model/names';
import { declarationFor } from '../project/declared';
import type { Documents } from '../project/documents';
import type { Flow, Snapshot } from '../project/snapshot';
import { keySpan, nodeAt, pathOf, property, type JsonNode } from '../syntax/json';
import type { DocumentSymbol } from './documentSymbols';

export function flowSymbols(
  snapshot: Snapshot,
  documents: Documents,
  flow: Flow,
  l10n: L10n,
): readonly DocumentSymbol[] {
  const document = documents.json(flow.file);
  const definition = document && nodeAt(document, ['properties', 'definition']);
  if (!definition) return [];
  const steps = new StepSymbols(snapshot, flow, l10n);
  const entries = nodeAt(document, ['properties', 'connectionReferences']);
  const connections = entries ? group(l10n.t('Connections'), entries, entrySymbols(l10n, snapshot, flow, entries)) : [];
  return [
    ...connections,
    ...steps.group(l10n.t('Triggers'), property(definition, 'triggers'), 'trigger'),
    ...steps.group(l10n.t('Actions'), property(definition, 'actions'), 'action'),
  ].sort((a, b) => a.span.start - b.span.start);
}

function entrySymbols(l10n: L10n, snapshot: Snapshot, flow: Flow, entries: JsonNode): DocumentSymbol[] {
  const known = entriesByKey(flow);
  return entries.items.map((node) => {
    const entry = known.get(node.key?.name ?? '');
    const detail = entry && connectionTitle(l10n, snapshot, flow, entry);
    return symbol('reference', node.key?.name ?? '', node, [], detail);
  });
}

/** Files may nest deeper than any designer does, and a program's stack has an end. */
const deepest = 60;

class StepSymbols {
  readonly #snapshot: Snapshot;
  readonly #flow: Flow;
  readonly #l10n: L10n;
  readonly #entries: ReadonlyMap<string, ConnectionEntry>;
  readonly #steps: ReadonlyMap<string, Step>;

  constructor(snapshot: Snapshot, flow: Flow, l10n: L10n) {
    this.#snapshot = snapshot;
    this.#flow = flow;
    this.#l10n = l10n;
    this.#entries = entriesByKey(flow);
    this.#steps = new Map(flow.facts.steps.map((step) => [JSON.stringify(step.path), step]));
  }

  /** @param list an object with one property for each step. */
  group(name: string, list: JsonNode | undefined, kind: 'trigger' | 'action', depth = 0): DocumentSymbol[] {
    return list ? group(name, list, this.#list(list, kind, depth)) : [];
  }

  #list(list: JsonNode, kind: 'trigger' | 'action', depth: number): DocumentSymbol[] {
    if (depth > deepest) return [];
    return list.items.map((node) => {
      const children = this.#inner(node, depth + 1);
      const step = this.#steps.get(JSON.stringify(pathOf(node)));
      const isFlow = step?.childFlow !== undefined;
      const symbolKind = isFlow ? 'flow' : children.length > 0 ? 'scope' : kind;
      return symbol(symbolKind, stepTitle(node.key?.name ?? ''), node, children, this.#detail(node, step));
    });
  }

  /** The steps in a scope or loop; of a condition or switch those of each branch by themselves. */
  #inner(step: JsonNode, depth: number): DocumentSymbol[] {
    const l10n = this.#l10n;
    const own = property(step, 'actions');
    const cases = property(step, 'cases')?.items ?? [];
    const isCondition = property(step, 'type')?.value === 'If';
    return [
      ...(isCondition
        ? this.group(l10n.t('If yes'), own, 'action', depth)
        : own
          ? this.#list(own, 'action', depth)
          : []),
      ...this.group(l10n.t('If no'), actionsOf(property(step, 'else')), 'action', depth),
      ...cases.flatMap((branch) => this.group(branch.key?.name ?? '', actionsOf(branch), 'action', depth)),
      ...this.group(l10n.t('Default'), actionsOf(property(step, 'default')), 'action', depth),
    ];
  }

  #detail(node: JsonNode, step: Step | undefined): string | undefined {
    const l10n = this.#l10n;
    if (step?.childFlow !== undefined) {
      return this.#snapshot.flowByGuid(step.childFlow, this.#flow.solution)?.name ?? l10n.t('child flow');
    }
    const entry = step?.key && this.#entries.get(step.key.name);
    if (entry) return connectionTitle(l10n, this.#snapshot, this.#flow, entry);
    const type = property(node, 'type')?.value;
    return typeof type === 'string' ? type : undefined;
  }
}

function actionsOf(branch: JsonNode | undefined): JsonNode | undefined {
  return branch && property(branch, 'actions');
}

function entriesByKey({ facts }: Flow): ReadonlyMap<string, ConnectionEntry> {
  return new Map(facts.entries.map((entry) => [entry.key, entry]));
}

/** The connector, and the reference that it is used by. */
function connectionTitle(
  l10n: L10n,
  snapshot: Snapshot,
  flow: Flow,
  { connector, logicalName }: ConnectionEntry,
): string {
  const reference =
    logicalName === undefined
      ? l10n.t('direct')
      : (declarationFor(snapshot, flow.solution, logicalName)?.title ?? logicalName);
  return connector ? `${describeConnector(connector.name).title} · ${reference}` : reference;
}

/** Nothing for an empty one: it has nothing to go to. */
function group(name: string, node: JsonNode, children: readonly DocumentSymbol[]): DocumentSymbol[] {
  return children.length === 0 ? [] : [symbol('group', name, node, children)];
}

function symbol(
  kind: DocumentSymbol['kind'],
  name: string,
  node: JsonNode,
  children: readonly DocumentSymbol[],
  detail?: string,
): DocumentSymbol {
  const span = { start: (node.key ?? node).start, end: node.end };
  return { kind, name, ...(detail !== undefined && { detail }), span, nameSpan: keySpan(node) ?? span, children };
}
