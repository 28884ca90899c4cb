/** Settings of a VS Code that shows a folder and nothing else. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type Settings = Readonly<Record<string, unknown>>;

/** Writes the quiet settings, and others besides them, into VS Code's folder `User`. */
export async function writeUserSettings(userFolder: string, others: Settings = {}): Promise<void> {
  await mkdir(userFolder, { recursive: true });
  const settings = { ...quietSettings, ...others };
  await writeFile(path.join(userFolder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/** No welcome page, no telemetry, no questions, nothing from the network. */
const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'json.schemaDownload.enable': false,
};
