/** Asks for everything that a new connection reference needs, with proposals, and creates it. */
import { InputBoxValidationSeverity, l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  namesMethod,
  type Inventory,
  type NamesParams,
  type NamesResult,
  type SettingsChoice,
  type SolutionChoice,
  type Target,
} from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { connectorItems, inventoryFor, solutionItem } from './choices';
import { askConnection } from './connection';
import { input, pick, runSteps, then, type Answer, type Asking, type Step } from './dialog';

/** What is known of it so far. */
interface NewReference {
  readonly solution: SolutionChoice | undefined;
  readonly connector: string | undefined;
  readonly displayName?: string;
  readonly logicalName?: string;
  readonly description?: string;
  /** Connection ids by settings file. */
  readonly bindings: Readonly<Record<string, string>>;
}

export async function createReference(client: LanguageClient, target: Target): Promise<void> {
  const { file, key } = target;
  const inventory = await inventoryFor(client, file);
  const solutions = inventory.solutions.filter(({ isManaged }) => !isManaged);
  if (solutions.length === 0) {
    void window.showInformationMessage(l10n.t('There is no unmanaged solution in this workspace.'));
    return;
  }
  const entry = inventory.flow?.keys.find((one) => one.key === key);
  const around = solutions.find(({ name }) => name === inventory.solution);
  // Who starts at a direct connection has said for which solution and connector.
  const isGiven = entry?.connector !== undefined && around !== undefined && target.reference === undefined;
  const connector = entry?.connector ?? target.connector;
  // A connector's own node in the tree is of no file.
  const isConnectorGiven = isGiven || (file === undefined && connector !== undefined);
  const steps: readonly Step<NewReference>[] = [
    ...(isGiven || solutions.length === 1 ? [] : [solutionStep(solutions)]),
    ...(isConnectorGiven ? [] : [connectorStep(inventory)]),
    displayNameStep(client),
    logicalNameStep(client),
    descriptionStep,
  ];
  const start: NewReference = { solution: around ?? solutions[0], connector, bindings: {} };
  const title = isGiven
    ? l10n.t("Create Connection Reference for '{0}'", entry.connectorTitle ?? entry.key)
    : l10n.t('Create Connection Reference');
  const chosen = await runSteps(title, start, (known) => [...steps, ...settingsOf(inventory, known).map(bindingStep)]);
  if (!chosen?.solution || !chosen.connector) return;
  const { displayName = '', logicalName = '', description = '' } = chosen;
  const files = new Set(settingsOf(inventory, chosen).map((settings) => settings.file));
  await applyRequest(client, {
    kind: 'create',
    file: chosen.solution.file,
    connector: chosen.connector,
    displayName,
    logicalName,
    ...(description !== '' && { description }),
    bindings: Object.entries(chosen.bindings)
      .filter(([settings]) => files.has(settings))
      .map(([settings, connectionId]) => ({ file: settings, connectionId })),
    ...(isGiven && file !== undefined && key !== undefined && { entries: [{ file, key }] }),
  });
}

function settingsOf({ settings }: Inventory, { solution }: NewReference): readonly SettingsChoice[] {
  return settings.filter(({ solutions }) => solution && solutions.includes(solution.name));
}

function solutionStep(solutions: readonly SolutionChoice[]): Step<NewReference> {
  return async (known, asking) => {
    const answer = await pick(asking, solutions.map(solutionItem), {
      placeholder: l10n.t('The solution that declares it'),
      active: ({ file }) => file === known.solution?.file,
    });
    return then(answer, (solution) =>
      solution === known.solution ? known : { solution, connector: known.connector, bindings: {} },
    );
  };
}

function connectorStep({ connectors }: Inventory): Step<NewReference> {
  const items = connectorItems(connectors);
  return async (known, asking) => {
    const answer = await pick<string>(asking, items, {
      placeholder: l10n.t('The connector that it is for'),
      active: (name) => name === known.connector,
      // A custom connector may be known to nobody here yet.
      typed: (text) => (/^shared_[\w-]+$/.test(text) ? { label: text, alwaysShow: true, value: text } : undefined),
    });
    // Names and connections are those of another connector then.
    return then(answer, (connector) =>
      connector === known.connector ? known : { solution: known.solution, connector, bindings: {} },
    );
  };
}

function displayNameStep(client: LanguageClient): Step<NewReference> {
  return async (known, asking) => {
    const { proposed } = await judge(client, known, {});
    const answer = await input(asking, {
      value: known.displayName ?? proposed?.displayName ?? '',
      prompt: l10n.t('The display name: what makers choose it by'),
      validate: async (displayName) => (await judge(client, known, { displayName })).wrongDisplayName,
    });
    return then(answer, (displayName) => ({ ...known, displayName }));
  };
}

function logicalNameStep(client: LanguageClient): Step<NewReference> {
  return async (known, asking) => {
    const { proposed } = await judge(client, known, {});
    const answer = await input(asking, {
      value: known.logicalName ?? proposed?.logicalName ?? '',
      prompt: l10n.t('The logical name: unique, and the same in all environments'),
      validate: async (logicalName) => {
        const { wrongLogicalName, oddLogicalName } = await judge(client, known, { logicalName });
        if (oddLogicalName === undefined) return wrongLogicalName;
        return { message: oddLogicalName, severity: InputBoxValidationSeverity.Warning };
      },
    });
    return then(answer, (logicalName) => ({ ...known, logicalName }));
  };
}

async function descriptionStep(known: NewReference, asking: Asking): Promise<Answer<NewReference>> {
  const answer = await input(asking, {
    value: known.description ?? '',
    prompt: l10n.t('A description, if one helps: whose account it is, what it may do'),
  });
  return then(answer, (description) => ({ ...known, description }));
}

function bindingStep(settings: SettingsChoice): Step<NewReference> {
  return async (known, asking) => {
    const answered = known.bindings[settings.file];
    const answer = await askConnection(asking, { settings, connector: known.connector, answered });
    return then(answer, (id) => ({ ...known, bindings: { ...known.bindings, [settings.file]: id } }));
  };
}

function judge(
  client: LanguageClient,
  { solution, connector }: NewReference,
  typed: Pick<NamesParams, 'displayName' | 'logicalName'>,
): Promise<NamesResult> {
  const params: NamesParams = { file: solution?.file ?? '', connector: connector ?? '', ...typed };
  return client.sendRequest<NamesResult>(namesMethod, params);
}
