/** The graph for files and pipes. */
import { createRequire } from 'node:module';
import { buildGraph, type GraphItem } from '../features/graph';
import { renderDot } from '../features/graphDot';
import { filterGraph } from '../features/graphFilter';
import { renderMermaid } from '../features/graphMermaid';
import type { Graph, GraphSolution } from '../features/graphModel';
import type { FileSystem } from '../host/fileSystem';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import type { GraphFormat } from './arguments';
import { openPaths } from './check';
import { escapeForTerminal } from './jsonReport';
import type * as GraphSvg from './graphSvg';
import { nearest } from './nearest';
import { relativeTo } from './paths';

export interface GraphOptions {
  readonly format: GraphFormat;
  /** The unique name of a solution; all of the workspace without it. */
  readonly solution: string | undefined;
}

export interface GraphReport {
  /** Undefined when there is nothing to show. */
  readonly text?: string;
  readonly failures: readonly string[];
}

export function graphReport(
  paths: readonly FileId[],
  disk: FileSystem,
  today: string,
  { format, solution }: GraphOptions,
): GraphReport {
  const { workspace, existing, root, failures } = openPaths(paths, disk, today);
  if (existing.length === 0) return { failures };
  const { snapshot } = workspace;
  const whole = buildGraph(snapshot, (file) => workspace.findingsOf(file));
  const all = snapshot.solutions.map(({ root: id, name }) => ({ id, name }));
  const chosen = all.filter(({ name }) => solution === undefined || fold(name) === fold(solution));
  if (solution !== undefined && chosen.length === 0) {
    return { failures: [...failures, unknownSolution(solution, all)] };
  }
  const graph = solution === undefined ? whole : filterGraph(whole, { solutions: chosen.map(({ id }) => id) });
  return { text: render[format](graph, root), failures };
}

const render: Readonly<Record<GraphFormat, (graph: Graph<GraphItem>, root: FileId) => string>> = {
  mermaid: renderMermaid,
  dot: renderDot,
  svg: (graph) => loadGraphSvg().renderSvg(graph),
  json: renderJson,
};

/** It stands beside this file, in the bundle as in the sources. */
function loadGraphSvg(): typeof GraphSvg {
  return createRequire(__filename)('./graphSvg') as typeof GraphSvg;
}

/** Its shape is public: `version` changes when something in it changes its meaning. */
function renderJson({ nodes, edges, solutions, environments }: Graph<GraphItem>, root: FileId): string {
  const names = new Map(solutions.map(({ id, name }) => [id, name]));
  const idOf = (id: string): string =>
    id.replace(/^(\w+):(.*)$/s, (_, kind: string, rest: string) => {
      return `${kind}:${relativeTo(root, rest)}`;
    });
  const report = {
    version: 1,
    root,
    environments,
    nodes: nodes.map(({ id, kind, label, detail, fullName, connectionState, problems, places, solutions }) => ({
      id: idOf(id),
      kind,
      label,
      detail,
      fullName,
      connectionState,
      solutions: solutions.map((id) => names.get(id) ?? id),
      files: [...new Set(places.map(({ file }) => relativeTo(root, file)))],
      problems,
    })),
    edges: edges.map(({ from, to, environments }) => ({ from: idOf(from), to: idOf(to), environments })),
  };
  return `${escapeForTerminal(JSON.stringify(report, undefined, 2))}\n`;
}

function unknownSolution(typed: string, solutions: readonly GraphSolution[]): string {
  const names = solutions.map(({ name }) => name);
  if (names.length === 0) return `There is no solution '${typed}' here, nor any other.`;
  const meant = nearest(typed, names);
  return meant === undefined
    ? `There is no solution '${typed}' here. There are: ${names.join(', ')}.`
    : `There is no solution '${typed}' here. Type '--solution ${meant}'.`;
}
