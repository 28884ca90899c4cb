/** What draws the graph. It is a bundle of its own, so that no other command has to load the layout. */
import { english } from '../base/l10n';
import type { Graph } from '../features/graphModel';
import { renderSvg as render } from '../features/graphSvg';

export function renderSvg(graph: Graph): string {
  return render(graph, english);
}
