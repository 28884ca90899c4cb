/** Lets people drag keys of flows, steps and references of the tree onto a connection reference. */
import { commands, DataTransferItem, l10n, window, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import type { Element } from '../connections';
import { planDrop, type NoDrop } from './drop';

/** The one that VS Code has for nodes of this view; nodes are dragged nowhere else. */
export const nodesType = 'application/vnd.code.tree.connref.connections';

export const dragAndDrop: TreeDragAndDropController<Element> = {
  dragMimeTypes: [],
  dropMimeTypes: [nodesType],
  handleDrag(elements: readonly Element[], data: DataTransfer): void {
    data.set(nodesType, new DataTransferItem(elements));
  },
  async handleDrop(target: Element | undefined, data: DataTransfer): Promise<void> {
    const dragged = data.get(nodesType)?.value as readonly Element[] | undefined;
    if (!dragged) return;
    const planned = planDrop(
      dragged.map(({ node }) => node),
      target?.node,
    );
    if (typeof planned !== 'string') await commands.executeCommand('connref.refactor', planned);
    else if (dragged.some((element) => element !== target)) void window.showInformationMessage(reasons[planned]);
  },
};

const reasons: Readonly<Record<NoDrop, string>> = {
  'nothing to move': l10n.t('Connections of flows, their steps and connection references can be dragged.'),
  'no reference': l10n.t('Let it go on the connection reference that is to be used.'),
  itself: l10n.t('It is the same connection reference.'),
  both: l10n.t('Drag either connections of flows or connection references.'),
};
