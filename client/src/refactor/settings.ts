/** Changes of deployment settings: bind, copy, make and bring up to date. */
import { l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type {
  BindingChoice,
  Inventory,
  ReferenceChoice,
  SettingsChoice,
  Target,
} from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { chooseReference } from './chooseReference';
import { inventoryFor, pathOf, settingsItem } from './choices';
import { askConnection } from './connection';
import { pick, runSteps, then, type Answer, type Asking, type Item, type Step } from './dialog';

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
    const items = settingsFor(inventory, known.reference).map((settings) => ({
      ...settingsItem(settings),
      detail: bindingIn(settings, known.reference)?.inWords ?? l10n.t('not bound'),
    }));
    const answer = await pick<SettingsChoice>(asking, items, {
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
      const { connector } = known.reference ?? {};
      const binding = bindingIn(settings, known.reference);
      const answer = await askConnection(asking, { settings, connector, binding });
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
  /** Null stands for all of them. */
  readonly settings: SettingsChoice | null | undefined;
  readonly removesStale?: boolean;
}

export async function updateSettings(client: LanguageClient, target: Target): Promise<void> {
  const inventory = await inventoryFor(client, target.file);
  const { settings } = inventory;
  if (!hasSettings(inventory)) return;
  const here = settings.find(({ file }) => file === target.file);
  const only = settings.length === 1 ? settings[0] : undefined;
  const chosen = await runSteps<Update>(l10n.t('Update Settings Files'), { settings: only }, () => [
    ...(only ? [] : [fileStep(settings, here)]),
    staleStep,
  ]);
  if (chosen?.settings === undefined) return;
  const file = chosen.settings?.file;
  await applyRequest(client, {
    kind: 'update-settings',
    removesStale: chosen.removesStale === true,
    ...(file !== undefined && { file }),
  });
}

/** Who looks at a settings file means that one. */
function fileStep(settings: readonly SettingsChoice[], here: SettingsChoice | undefined): Step<Update> {
  const all = { label: l10n.t('All settings files'), description: String(settings.length), value: null };
  return async (known, asking) => {
    const answer = await pick<SettingsChoice | null>(asking, [all, ...settings.map(settingsItem)], {
      placeholder: l10n.t('What is brought up to date'),
      active: (one) => one === (known.settings ?? here ?? null),
    });
    return then(answer, (one) => ({ ...known, settings: one }));
  };
}

async function staleStep(known: Update, asking: Asking): Promise<Answer<Update>> {
  const items: Item<boolean>[] = [
    {
      label: l10n.t('Add what is missing'),
      detail: l10n.t('Each reference and each environment variable of the solutions gets its entry.'),
      value: false,
    },
    {
      label: l10n.t('Add what is missing and remove what is stale'),
      detail: l10n.t('Entries that belong to none of the solutions go, with their values.'),
      value: true,
    },
  ];
  const where = known.settings ? pathOf(known.settings.file) : l10n.t('all settings files');
  const answer = await pick<boolean>(asking, items, {
    placeholder: l10n.t('What is done in {0}', where),
    active: (removesStale) => removesStale === known.removesStale,
  });
  return then(answer, (removesStale) => ({ ...known, removesStale }));
}

function bindingIn({ file }: SettingsChoice, reference: ReferenceChoice | undefined): BindingChoice | undefined {
  return reference?.bindings.find((binding) => binding.file === file);
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
