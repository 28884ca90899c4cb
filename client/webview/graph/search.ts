/** Finds nodes by what they are called. Knows no page. */
import type { Graph } from '../../../server/src/features/graphModel';

/** Ids of the nodes that have all of the words, in the order of the graph. */
export function findMatches({ nodes }: Graph, search: string): string[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return nodes
    .filter(({ label, detail = '', fullName = '' }) => {
      const text = `${label}\n${detail}\n${fullName}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map(({ id }) => id);
}
