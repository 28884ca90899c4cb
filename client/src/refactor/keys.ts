/** Changes of a flow's connection keys: whose connection they use, and one key instead of several that are alike. */
import { l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FlowChoice, KeyChoice, Target } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { inventoryFor, isSameName } from './choices';
import { pick, runSteps, then } from './dialog';

export async function switchRuntimeSource(client: LanguageClient, target: Target): Promise<void> {
  const flow = await flowOf(client, target);
  if (!flow) return;
  // A flow without a caller can only be led back to its own connections.
  const canSwitch = ({ runtimeSource }: KeyChoice): boolean => flow.mayHaveCaller || runtimeSource === 'invoker';
  const switching = flow.keys.filter(canSwitch);
  const named = flow.keys.find(({ key }) => key === target.key);
  const key =
    named ??
    // None of them can be switched: the server knows why.
    (switching.length === 0
      ? flow.keys[0]
      : await chooseKey(l10n.t('Switch Embedded and Invoker'), switching, switchTitle));
  if (!key) return;
  const source = key.runtimeSource === 'invoker' ? 'embedded' : 'invoker';
  await applyRequest(client, { kind: 'runtime-source', file: flow.file, key: key.key, source });
}

export async function mergeKeys(client: LanguageClient, target: Target): Promise<void> {
  const flow = await flowOf(client, target);
  if (!flow) return;
  const alike = (one: KeyChoice): readonly KeyChoice[] =>
    flow.keys.filter(
      (other) =>
        other !== one &&
        isSameName(one.reference, other.reference) &&
        other.runtimeSource === one.runtimeSource &&
        other.impersonation === one.impersonation,
    );
  const mergeable = flow.keys.filter((key) => alike(key).length > 0);
  if (mergeable.length === 0) {
    void window.showInformationMessage(l10n.t('No two keys of this flow hold the same connection reference.'));
    return;
  }
  const others = (key: KeyChoice): string =>
    l10n.t(
      'instead of {0}',
      alike(key)
        .map((other) => `'${other.key}'`)
        .join(', '),
    );
  const into =
    mergeable.find(({ key }) => key === target.key) ??
    (await chooseKey(l10n.t('Merge Connection Keys'), mergeable, others));
  if (!into) return;
  const from = alike(into).map(({ key }) => key);
  await applyRequest(client, { kind: 'merge-keys', file: flow.file, into: into.key, from });
}

/** Says that a flow is needed where there is none. */
async function flowOf(client: LanguageClient, { file }: Target): Promise<FlowChoice | undefined> {
  const { flow } = await inventoryFor(client, file);
  if (flow && flow.keys.length > 0) return flow;
  void window.showInformationMessage(l10n.t('Open a flow that uses connections first.'));
  return undefined;
}

function switchTitle({ runtimeSource }: KeyChoice): string {
  return runtimeSource === 'invoker'
    ? l10n.t("run with the owner's connection (embedded)")
    : l10n.t("run with the caller's connection (invoker)");
}

/** @param effect says what choosing a key does. */
async function chooseKey(
  title: string,
  keys: readonly KeyChoice[],
  effect: (key: KeyChoice) => string,
): Promise<KeyChoice | undefined> {
  const items = keys.map((value) => ({
    label: value.key,
    description: [value.connectorTitle ?? '', value.reference ?? l10n.t('used directly')].join(' · '),
    detail: effect(value),
    value,
  }));
  const chosen = await runSteps<{ readonly key?: KeyChoice }>(title, {}, () => [
    async (_, asking) =>
      then(await pick<KeyChoice>(asking, items, { placeholder: l10n.t('The connection key') }), (key) => ({ key })),
  ]);
  return chosen?.key;
}
