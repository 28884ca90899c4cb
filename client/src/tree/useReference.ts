/** Lets all selected keys and steps use another reference: what dragging them does, for the keyboard. */
import { commands, l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { RefactorRequest } from '../../../server/src/lsp/protocol';
import type { Element } from '../connections';
import { inventoryFor, isSameName, referenceItem } from '../refactor/choices';
import { usesOf } from './drop';

/** @param selected as VS Code gives them to commands of a menu, with the one that the menu is of among them. */
export async function useReferenceForAll(client: LanguageClient, selected: readonly Element[]): Promise<void> {
  const nodes = selected.map(({ node }) => node);
  const uses = usesOf(nodes);
  const connectors = new Set(nodes.flatMap(({ about }) => (about?.key === undefined ? [] : [about.connector])));
  const [connector] = connectors;
  if (connectors.size > 1) {
    void window.showInformationMessage(l10n.t('The selected connections are of different connectors.'));
    return;
  }
  const { references } = await inventoryFor(client, uses[0]?.file);
  const items = references.filter((one) => isSameName(one.connector, connector)).map(referenceItem);
  if (uses.length === 0 || items.length === 0) {
    void window.showInformationMessage(l10n.t('There is no connection reference that could be used.'));
    return;
  }
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Use Another Connection Reference'),
    placeHolder: l10n.t('The reference that they use from now on'),
    matchOnDescription: true,
  });
  if (!chosen) return;
  const request: RefactorRequest = { kind: 'rebind', reference: chosen.value, uses };
  await commands.executeCommand('connref.refactor', request);
}
