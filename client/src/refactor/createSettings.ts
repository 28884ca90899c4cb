/** Makes a settings file for an environment, where the others are. */
import { l10n, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { SettingsChoice, SolutionChoice, Target } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { inventoryFor, solutionItem } from './choices';
import { input, pickMany, runSteps, then, type Answer, type Asking, type Step } from './dialog';

interface NewSettings {
  readonly solutions: readonly SolutionChoice[];
  readonly environment?: string;
  readonly path?: string;
}

export async function createSettings(client: LanguageClient, target: Target): Promise<void> {
  const inventory = await inventoryFor(client, target.file);
  const solutions = inventory.solutions.filter(({ isManaged }) => !isManaged);
  if (solutions.length === 0) {
    void window.showInformationMessage(l10n.t('There is no unmanaged solution in this workspace.'));
    return;
  }
  const chosen = await runSteps<NewSettings>(l10n.t('Create Settings File'), { solutions }, () => [
    ...(solutions.length > 1 ? [solutionsStep(solutions)] : []),
    environmentStep,
    pathStep(inventory.settings),
  ]);
  const folder = chosen && folderOf(chosen);
  if (chosen?.path === undefined || !folder) return;
  const file = client.code2ProtocolConverter.asUri(Uri.joinPath(folder.uri, chosen.path));
  await applyRequest(client, { kind: 'create-settings', file, solutions: chosen.solutions.map(({ name }) => name) });
}

function solutionsStep(solutions: readonly SolutionChoice[]): Step<NewSettings> {
  return async (known, asking) => {
    const items = solutions.map((one) => ({ ...solutionItem(one), picked: known.solutions.includes(one) }));
    const answer = await pickMany(asking, items, l10n.t('The solutions that it is for'));
    return then(answer, (chosen) => ({ ...known, solutions: chosen }));
  };
}

async function environmentStep(known: NewSettings, asking: Asking): Promise<Answer<NewSettings>> {
  const answer = await input(asking, {
    value: known.environment ?? '',
    prompt: l10n.t('The environment, such as test or prod'),
    validate: (text) =>
      Promise.resolve(
        /^[\p{L}\p{N}_ .-]+$/u.test(text)
          ? undefined
          : l10n.t('Name the environment: by letters, digits, spaces, dots, dashes and underscores.'),
      ),
  });
  return then(answer, (environment) =>
    environment === known.environment ? known : { solutions: known.solutions, environment },
  );
}

function pathStep(settings: readonly SettingsChoice[]): Step<NewSettings> {
  return async (known, asking) => {
    const folder = folderOf(known);
    const answer = await input(asking, {
      value: known.path ?? proposePath(settings, known),
      prompt: l10n.t('The file, from the folder {0}', folder?.name ?? ''),
      validate: async (text) => {
        if (!/\.json$/i.test(text)) return l10n.t("A settings file ends in '.json'.");
        if (folder && (await isThere(Uri.joinPath(folder.uri, text)))) return l10n.t('This file is there already.');
        return undefined;
      },
    });
    return then(answer, (path) => ({ ...known, path }));
  };
}

/** The one around the first of its solutions. */
function folderOf({ solutions: [first] }: NewSettings): WorkspaceFolder | undefined {
  return (first && workspace.getWorkspaceFolder(Uri.parse(first.file))) ?? workspace.workspaceFolders?.[0];
}

async function isThere(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

/** Beside another one, best of the same solutions, and named like it. */
function proposePath(settings: readonly SettingsChoice[], { solutions, environment = '' }: NewSettings): string {
  const isOfSame = (one: SettingsChoice): boolean => solutions.some(({ name }) => one.solutions.includes(name));
  for (const { file, environment: other } of [...settings.filter(isOfSame), ...settings]) {
    const path = workspace.asRelativePath(Uri.parse(file), false);
    const at = path.lastIndexOf(other);
    if (at >= 0) return path.slice(0, at) + environment + path.slice(at + other.length);
  }
  return `settings/${environment}.json`;
}
