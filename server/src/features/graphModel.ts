/**
 * The graph as plain data, as the server, the panel and the command line share it. It goes from connectors over
 * connections and connection references to the flows, apps, agents and variables that use them. Types only.
 */
import type { Severity } from '../rules/rule';

export type GraphNodeKind =
  | 'connector'
  | 'connection'
  | 'reference'
  | 'flow'
  | 'app'
  | 'agent'
  | 'variable'
  /** All of a solution; only in a graph that is grouped. */
  | 'solution';

export interface GraphNode {
  /** Unique, and the same as long as the thing is there. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** Text, never markup; so is `detail`. */
  readonly label: string;
  readonly detail?: string;
  /** The whole name where the label is a part of it. */
  readonly fullName?: string;
  readonly connectionState?: 'bound' | 'token' | 'unbound' | 'direct';
  /** The id of the connector, for a connection and a reference. */
  readonly connector?: string;
  /** Ids of the solutions that have it; of a connection and a connector none, since they are no components. */
  readonly solutions: readonly string[];
  /** Where a connection is used, empty for one that is used directly. */
  readonly environments: readonly string[];
  /** Findings that stand at it, worst first, hints aside. */
  readonly problems: readonly GraphProblem[];
  /** Whether a file has a place for it that can be opened. */
  readonly hasPlace: boolean;
  /** For a node that stands for several. */
  readonly group?: GraphGroup;
}

export interface GraphProblem {
  readonly severity: Exclude<Severity, 'hint'>;
  readonly message: string;
}

export interface GraphGroup {
  readonly by: 'connector' | 'solution' | 'users';
  /** Ids of the nodes in it, without those that are groups themselves. */
  readonly members: readonly string[];
}

/** Always from left to right: connector, connection, reference, who uses it. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** From a connection to a reference: where the one is bound to the other. */
  readonly environments: readonly string[];
  /** How many edges it stands for, in a graph that is grouped. */
  readonly count?: number;
}

export interface GraphSolution {
  /** Its root folder. */
  readonly id: string;
  readonly name: string;
}

/** Nodes are sorted by kind and label, edges by their nodes. */
export interface Graph<N extends GraphNode = GraphNode> {
  readonly nodes: readonly N[];
  readonly edges: readonly GraphEdge[];
  /** Those of the workspace that have a node, by name. */
  readonly solutions: readonly GraphSolution[];
  readonly environments: readonly string[];
}
