/** Changes of deployment settings: bind, copy, make and bring up to date. */
import { l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Inventory, ReferenceChoice, SettingsChoice, Target } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { chooseReference } from './chooseReference';
import { inventoryFor, pathOf, settingsItem } from './choices';
import { askConnection } from './connection';
import { pick, runSteps, then, type Step } from './dialog';

interface Binding {
  readonly reference: ReferenceChoice | undefined;
  readonly settings: SettingsChoice | undefined;
  readonly connectionId?: string;
}

export async function bind(client: LanguageClient, target: Target): Promise<void> {
  const inventory = await inventoryFor(client, target.file);
  if (!hasSettings(inventory)) return;
  const { reference, steps } = chooseReference<Binding>(inventory, target);
  const here = inventory.settings.find(({ file }) => file === target.file);
  const settingsStep: Step<Binding> = async (known, asking) => {
    const answer = await pick<SettingsChoice>(asking, settingsFor(inventory, known.reference).map(settingsItem), {
      placeholder: l10n.t("The environment in which '{0}' is bound", known.reference?.title ?? ''),
      active: (settings) => settings === known.settings,
    });
    return then(answer, (settings) => ({ ...known, settings }));
  };
  const chosen = await runSteps<Binding>(l10n.t('Bind in Environment'), { reference, settings: here }, () => [
    ...steps,
    ...(here ? [] : [settingsStep]),
    async (known, asking) => {
      const { settings } = known;
      if (!settings) return undefined;
      const { connector, connections = [] } = known.reference ?? {};
      const current = connections.find(({ environment }) => environment === settings.environment)?.connectionId;
      const answer = await askConnection(asking, { settings, connector, current });
      return then(answer, (connectionId) => ({ ...known, connectionId }));
    },
  ]);
  if (!chosen?.reference || !chosen.settings || chosen.connectionId === undefined) return;
  const { logicalName } = chosen.reference;
  const { connectionId } = chosen;
  await applyRequest(client, { kind: 'bind', file: chosen.settings.file, reference: logicalName, connectionId });
}

interface Copying {
  readonly from?: SettingsChoice;
  readonly to?: SettingsChoice;
}

export async function copyBindings(client: LanguageClient, target: Target): Promise<void> {
  const inventory = await inventoryFor(client, target.file);
  const { settings } = inventory;
  if (!hasSettings(inventory)) return;
  const chosen = await runSteps<Copying>(l10n.t('Copy Bindings to Another Environment'), {}, () => [
    async (known, asking) => {
      const answer = await pick<SettingsChoice>(asking, settings.map(settingsItem), {
        placeholder: l10n.t('The environment whose entries are copied'),
        active: ({ file }) => file === (known.from?.file ?? target.file),
      });
      return then(answer, (from) => ({ ...known, from }));
    },
    async (known, asking) => {
      const others = settings.filter((one) => one !== known.from);
      const answer = await pick<SettingsChoice>(asking, others.map(settingsItem), {
        placeholder: l10n.t('The environment that gets them, with their connections left empty'),
        active: (one) => one === known.to,
      });
      return then(answer, (to) => ({ ...known, to }));
    },
  ]);
  if (!chosen?.from || !chosen.to) return;
  await applyRequest(client, { kind: 'copy-bindings', fromFile: chosen.from.file, toFile: chosen.to.file });
}

interface Update {
  readonly file: string | undefined;
  readonly removesStale: boolean;
}

export async function updateSettings(client: LanguageClient, target: Target): Promise<void> {
  const inventory = await inventoryFor(client, target.file);
  if (!hasSettings(inventory)) return;
  const here = inventory.settings.find(({ file }) => file === target.file);
  const choice = (
    file: string | undefined,
    removesStale: boolean,
    where: string,
  ): { label: string; value: Update } => ({
    label: removesStale
      ? l10n.t('{0}: add what is missing, and remove what is stale', where)
      : l10n.t('{0}: add what is missing', where),
    value: { file, removesStale },
  });
  const all = l10n.t('All settings files');
  const items = [
    ...(here ? [choice(here.file, false, pathOf(here.file)), choice(here.file, true, pathOf(here.file))] : []),
    choice(undefined, false, all),
    choice(undefined, true, all),
  ];
  const title = l10n.t('Update Settings Files');
  const chosen = await window.showQuickPick(items, { title, ignoreFocusOut: true });
  if (!chosen) return;
  const { file, removesStale } = chosen.value;
  await applyRequest(client, { kind: 'update-settings', removesStale, ...(file !== undefined && { file }) });
}

/** Of the solutions that declare a reference; all where none of them has settings. */
function settingsFor({ settings }: Inventory, reference: ReferenceChoice | undefined): readonly SettingsChoice[] {
  const own = settings.filter(({ solutions }) => solutions.some((name) => reference?.solutions.includes(name)));
  return own.length > 0 ? own : settings;
}

function hasSettings({ settings }: Inventory): boolean {
  if (settings.length === 0) {
    void window.showInformationMessage(
      l10n.t('There is no deployment settings file in this workspace. Create one first.'),
    );
  }
  return settings.length > 0;
}
