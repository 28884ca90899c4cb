/** Changes of a flow's connection keys: whose connection they use, and one key instead of several that are alike. */
import { l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { KeyChoice, Target } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { inventoryFor, isSameName } from './choices';

export async function switchRuntimeSource(client: LanguageClient, target: Target): Promise<void> {
  const { file } = target;
  const key = await chooseKey(client, target, l10n.t('Switch Embedded and Invoker'));
  if (!key || file === undefined) return;
  const source = key.runtimeSource === 'invoker' ? 'embedded' : 'invoker';
  await applyRequest(client, { kind: 'runtime-source', file, key: key.key, source });
}

export async function mergeKeys(client: LanguageClient, target: Target): Promise<void> {
  const { file } = target;
  const { flow } = await inventoryFor(client, file);
  const alike = (one: KeyChoice): readonly KeyChoice[] =>
    flow?.keys.filter(
      (other) =>
        other !== one &&
        isSameName(one.reference, other.reference) &&
        other.runtimeSource === one.runtimeSource &&
        other.impersonation === one.impersonation,
    ) ?? [];
  const key = await chooseKey(client, target, l10n.t('Merge Keys: Which One Stays?'), (one) => alike(one).length > 0);
  const into = flow?.keys.find((one) => one.key === key?.key);
  if (!into || file === undefined) return;
  await applyRequest(client, { kind: 'merge-keys', file, into: into.key, from: alike(into).map((one) => one.key) });
}

/** The key that the target names, or one that somebody chooses. */
async function chooseKey(
  client: LanguageClient,
  target: Target,
  title: string,
  fits: (key: KeyChoice) => boolean = () => true,
): Promise<KeyChoice | undefined> {
  const keys = (await inventoryFor(client, target.file)).flow?.keys ?? [];
  const named = keys.find(({ key }) => key === target.key);
  if (named && fits(named)) return named;
  const items = keys.filter(fits).map((value) => ({
    label: value.key,
    description: [value.connectorTitle ?? '', value.reference ?? l10n.t('used directly'), value.runtimeSource].join(
      ' · ',
    ),
    value,
  }));
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('There is no such connection key. Open a flow that has one first.'));
    return undefined;
  }
  return (await window.showQuickPick(items, { title, ignoreFocusOut: true, matchOnDescription: true }))?.value;
}
