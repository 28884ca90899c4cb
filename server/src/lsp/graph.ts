/** The graph: the whole or a part of it, what it has at a position, and where its nodes stand. */
import type { CancellationToken } from 'vscode-languageserver/node';
import { buildGraph, type GraphItem } from '../features/graph';
import { filterGraph, graphAround } from '../features/graphFilter';
import type { Graph } from '../features/graphModel';
import { graphItemAt } from '../features/graphPlaces';
import type { Snapshot } from '../project/snapshot';
import { answer } from './answer';
import {
  graphAtMethod,
  graphLocationMethod,
  graphMethod,
  type GraphAtParams,
  type GraphAtResult,
  type GraphLocationParams,
  type GraphLocationResult,
  type GraphParams,
  type GraphResult,
} from './protocol';
import type { Session } from './session';
import { inSlices } from './slices';

export function registerGraph(session: Session): void {
  const { connection, convert, workspace } = session;
  const graphs = new Graphs(session);
  connection.onRequest(
    graphMethod,
    answer<GraphParams | null, GraphResult>(session, graphMethod, nothing, async (params, token) =>
      part(await graphs.current(token), params ?? {}),
    ),
  );
  connection.onRequest(
    graphAtMethod,
    answer<GraphAtParams, GraphAtResult>(session, graphAtMethod, {}, async ({ textDocument, position }, token) => {
      const graph = await graphs.current(token);
      const { snapshot, documents } = workspace;
      const file = convert.file(textDocument.uri);
      const offset = convert.offset(file, position) ?? 0;
      const node = graphItemAt(graph, snapshot, documents, file, offset)?.id;
      const solution = (snapshot.solutionOf(file) ?? snapshot.settingsAt(file)?.solutions[0])?.root;
      return { ...(node !== undefined && { node }), ...(solution !== undefined && { solution }) };
    }),
  );
  connection.onRequest(
    graphLocationMethod,
    answer<GraphLocationParams, GraphLocationResult>(session, graphLocationMethod, null, async ({ id }, token) => {
      const graph = await graphs.current(token);
      const [at] = graph.nodes.find((node) => node.id === id)?.places ?? [];
      return at ? convert.location(at) : null;
    }),
  );
}

const nothing: GraphResult = { nodes: [], edges: [], solutions: [], environments: [] };

/** The graph of one snapshot. */
class Graphs {
  readonly #session: Session;
  #snapshot: Snapshot | undefined;
  #graph: Graph<GraphItem> = { ...nothing, nodes: [] };

  constructor(session: Session) {
    this.#session = session;
  }

  async current(token: CancellationToken): Promise<Graph<GraphItem>> {
    const { workspace } = this.#session;
    const { snapshot } = workspace;
    if (this.#snapshot === snapshot) return this.#graph;
    // The findings of all files are needed, and to find them takes longer than all else.
    await inSlices(snapshot.files.keys(), token, (file) => workspace.findingsOf(file));
    if (token.isCancellationRequested) return this.#graph;
    this.#snapshot = workspace.snapshot;
    this.#graph = buildGraph(this.#snapshot, (file) => workspace.findingsOf(file), this.#session.l10n);
    return this.#graph;
  }
}

function part(graph: Graph<GraphItem>, { scope = { kind: 'workspace' }, filter = {} }: GraphParams): GraphResult {
  const around = scope.kind === 'around' ? graphAround(graph, scope.id) : graph;
  const solutions = scope.kind === 'solution' ? [scope.id] : (filter.solutions ?? []);
  const { nodes, ...others } = filterGraph(around, { ...filter, solutions });
  const title =
    scope.kind === 'around'
      ? graph.nodes.find(({ id }) => id === scope.id)?.label
      : graph.solutions.find(({ id }) => scope.kind === 'solution' && id === scope.id)?.name;
  return { ...others, nodes: nodes.map(withoutPlaces), ...(title !== undefined && { title }) };
}

/** Where nodes stand is looked up when somebody opens one: it takes the tree of each file. */
function withoutPlaces(item: GraphItem): GraphResult['nodes'][number] {
  const { places, ...node } = item;
  return { ...node, hasPlace: places.length > 0 };
}
