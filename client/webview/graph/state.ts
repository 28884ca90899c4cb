/** What the panel remembers while it is hidden and when VS Code starts again. */
import type { GraphNodeKind } from '../../../server/src/features/graphModel';
import type { Grouping } from '../../../server/src/features/graphGroups';
import type { GraphScope } from '../../../server/src/lsp/protocol';
import type { View } from './viewport';

export interface PanelState {
  readonly scope: GraphScope;
  readonly solutions: readonly string[];
  readonly environments: readonly string[];
  readonly hiddenKinds: readonly GraphNodeKind[];
  readonly onlyProblems: boolean;
  readonly grouping: Grouping | 'auto';
  /** Ids of groups that are opened. */
  readonly expanded: readonly string[];
  readonly selected?: string | undefined;
  readonly search: string;
  /** Undefined until the graph was moved by somebody. */
  readonly view?: View | undefined;
}

export const initialState: PanelState = {
  scope: { kind: 'workspace' },
  solutions: [],
  environments: [],
  hiddenKinds: [],
  onlyProblems: false,
  grouping: 'auto',
  expanded: [],
  search: '',
  // Named, so that what is begun anew loses them.
  selected: undefined,
  view: undefined,
};

/** Whatever was kept, perhaps by an older version. */
export function readState(kept: unknown): PanelState | undefined {
  if (typeof kept !== 'object' || kept === null || !('scope' in kept)) return undefined;
  return { ...initialState, ...(kept as Partial<PanelState>) };
}
