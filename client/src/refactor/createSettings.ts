/** Makes a settings file for an environment, where the others are. */
import { l10n, Uri, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { SettingsChoice, SolutionChoice, Target } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { inventoryFor, solutionItem } from './choices';
import { input, pickMany, runSteps, then, type Step } from './dialog';

interface NewSettings {
  readonly solutions: readonly SolutionChoice[];
  readonly environment?: string;
  readonly path?: string;
}

export async function createSettings(client: LanguageClient, target: Target): Promise<void> {
  const inventory = await inventoryFor(client, target.file);
  const solutions = inventory.solutions.filter(({ isManaged }) => !isManaged);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!folder || solutions.length === 0) return;
  const solutionsStep: Step<NewSettings> = async (known, asking) => {
    const items = solutions.map((one) => ({ ...solutionItem(one), picked: known.solutions.includes(one) }));
    const answer = await pickMany(asking, items, l10n.t('The solutions that it is for'));
    return then(answer, (chosen) => ({ ...known, solutions: chosen }));
  };
  const chosen = await runSteps<NewSettings>(l10n.t('Create Settings File'), { solutions }, () => [
    ...(solutions.length > 1 ? [solutionsStep] : []),
    async (known, asking) => {
      const answer = await input(asking, {
        value: known.environment ?? '',
        prompt: l10n.t('The environment, such as test or prod'),
        validate: (text) =>
          Promise.resolve(/^[\w .-]+$/u.test(text) ? undefined : l10n.t('Letters and digits name an environment.')),
      });
      return then(answer, (environment) => ({ solutions: known.solutions, environment }));
    },
    async (known, asking) => {
      const answer = await input(asking, {
        value: known.path ?? proposePath(inventory.settings, known.environment ?? ''),
        prompt: l10n.t('The file, from the folder {0}', workspace.workspaceFolders?.[0]?.name ?? ''),
        validate: (text) =>
          Promise.resolve(/\.json$/i.test(text) ? undefined : l10n.t("A settings file ends in '.json'.")),
      });
      return then(answer, (path) => ({ ...known, path }));
    },
  ]);
  if (chosen?.path === undefined) return;
  const file = client.code2ProtocolConverter.asUri(Uri.joinPath(folder, chosen.path));
  await applyRequest(client, { kind: 'create-settings', file, solutions: chosen.solutions.map(({ name }) => name) });
}

/** Beside another one, and named like it. */
function proposePath(settings: readonly SettingsChoice[], environment: string): string {
  for (const { file, environment: other } of settings) {
    const path = workspace.asRelativePath(Uri.parse(file), false);
    const at = path.lastIndexOf(other);
    if (at >= 0) return path.slice(0, at) + environment + path.slice(at + other.length);
  }
  return `settings/${environment}.json`;
}
