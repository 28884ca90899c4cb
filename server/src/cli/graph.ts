/** The graph for files and pipes. */
import { createRequire } from 'node:module';
import { buildGraph, type GraphItem } from '../features/graph';
import { renderDot } from '../features/graphDot';
import { filterGraph } from '../features/graphFilter';
import { renderMermaid } from '../features/graphMermaid';
import type { Graph } from '../features/graphModel';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import type { GraphFormat } from './arguments';
import type * as GraphSvg from './graphSvg';
import { relativeTo } from './paths';
import { asJson, makeReport, type Report, type ReportInput, unknownSolution } from './report';

export interface GraphOptions {
  readonly format: GraphFormat;
  /** The unique name of a solution; all of the workspace without it. */
  readonly solution: string | undefined;
}

export function graphReport(input: ReportInput, { format, solution }: GraphOptions): Report {
  return makeReport(input, ({ workspace, snapshot, root }) => {
    const whole = buildGraph(snapshot, (file) => workspace.findingsOf(file));
    if (solution === undefined) return { text: render[format](whole, root) };
    const chosen = snapshot.solutions.filter(({ name }) => fold(name) === fold(solution));
    if (chosen.length === 0) return { wrong: unknownSolution(snapshot, solution) };
    return { text: render[format](filterGraph(whole, { solutions: chosen.map((one) => one.root) }), root) };
  });
}

const render: Readonly<Record<GraphFormat, (graph: Graph<GraphItem>, root: FileId) => string>> = {
  mermaid: (graph) => renderMermaid(graph),
  dot: (graph) => renderDot(graph),
  svg: (graph) => loadGraphSvg().renderSvg(graph),
  json: renderJson,
};

/** It stands beside this file, in the bundle as in the sources. */
function loadGraphSvg(): typeof GraphSvg {
  return createRequire(__filename)('./graphSvg') as typeof GraphSvg;
}

function renderJson({ nodes, edges, solutions, environments }: Graph<GraphItem>, root: FileId): string {
  const names = new Map(solutions.map(({ id, name }) => [id, name]));
  const idOf = (id: string): string =>
    id.replace(/^(\w+):(.*)$/s, (_, kind: string, rest: string) => {
      return `${kind}:${relativeTo(root, rest)}`;
    });
  return asJson({
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
  });
}
