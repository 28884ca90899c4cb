/** Which nodes of a graph are beside, above and below one another. */
import { Multimap } from '../base/multimap';
import type { GraphEdge } from './graphModel';

export class GraphLinks {
  readonly #sources = new Multimap<string, string>();
  readonly #targets = new Multimap<string, string>();

  constructor(edges: readonly GraphEdge[]) {
    for (const { from, to } of edges) {
      this.#sources.add(to, from);
      this.#targets.add(from, to);
    }
  }

  /** The nodes to the left of a node, such as a reference's connections. */
  sourcesOf(id: string): readonly string[] {
    return this.#sources.get(id);
  }

  /** The nodes to the right of a node, such as a reference's flows. */
  targetsOf(id: string): readonly string[] {
    return this.#targets.get(id);
  }

  /** All that the nodes hang on, themselves included. */
  upstreamOf(ids: Iterable<string>): Set<string> {
    return reach(ids, (id) => this.sourcesOf(id));
  }

  /** All that hangs on the nodes, themselves included. */
  downstreamOf(ids: Iterable<string>): Set<string> {
    return reach(ids, (id) => this.targetsOf(id));
  }
}

function reach(ids: Iterable<string>, next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(ids);
  // A set also visits what is added while it is walked.
  for (const id of reached) for (const other of next(id)) reached.add(other);
  return reached;
}
