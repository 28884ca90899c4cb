/** Removes what nothing uses any more, with everything that belongs to it. */
import { l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { RemoveUnusedRequest, Target } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { pickMany, runSteps, then, type Item } from './dialog';

type What = RemoveUnusedRequest['what'];

/** In the whole workspace. */
export async function removeUnused(client: LanguageClient): Promise<void> {
  const items: Item<What[number]>[] = [
    {
      label: l10n.t('Connection references that nothing uses'),
      description: l10n.t('with their entries in settings files'),
      value: 'references',
      picked: true,
    },
    { label: l10n.t('Connection keys that no step uses'), value: 'keys', picked: true },
    {
      label: l10n.t('Entries of settings files that belong to no solution'),
      value: 'settings',
      picked: true,
    },
  ];
  const title = l10n.t('Remove What Nothing Uses');
  const chosen = await runSteps<{ readonly what: What }>(title, { what: [] }, () => [
    async (_, asking) =>
      then(await pickMany(asking, items, l10n.t('What is to be removed in the workspace?')), (what) => ({ what })),
  ]);
  if (chosen) await applyRequest(client, { kind: 'remove-unused', what: chosen.what });
}

export async function removeReference(client: LanguageClient, { reference }: Target): Promise<void> {
  if (reference === undefined) {
    void window.showInformationMessage(l10n.t('Put the cursor on a connection reference first.'));
    return;
  }
  await applyRequest(client, { kind: 'remove-references', references: [reference] });
}
