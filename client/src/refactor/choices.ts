/** The lists that several dialogs show, each entry with what distinguishes it from the others. */
import { l10n, QuickPickItemKind, Uri, workspace, type QuickPickItem } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  inventoryMethod,
  type Candidate,
  type ConnectorChoice,
  type Inventory,
  type InventoryParams,
  type ReferenceChoice,
  type SettingsChoice,
  type SolutionChoice,
} from '../../../server/src/lsp/protocol';
import type { Item } from './dialog';

/** @param uri of a flow whose keys are asked for, or of another file that a dialog is about. */
export function inventoryFor(client: LanguageClient, uri?: string): Promise<Inventory> {
  const params: InventoryParams = uri === undefined ? {} : { uri };
  return client.sendRequest<Inventory>(inventoryMethod, params);
}

export function isSameName(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}

export function referenceItem(reference: ReferenceChoice): Item<string> {
  const { logicalName, title, solutions, usesInWords, boundInWords } = reference;
  return {
    label: title,
    description: logicalName === title ? solutions.join(', ') : `${logicalName} · ${solutions.join(', ')}`,
    detail: `${usesInWords} · ${boundInWords}`,
    value: logicalName,
  };
}

/** References that fit a key, best first, below where they come from. */
export function candidateItems(
  candidates: readonly Candidate[],
  references: readonly ReferenceChoice[],
): (Item<string> | QuickPickItem)[] {
  const titles = {
    'same solution': l10n.t('Of the same solution'),
    'base solution': l10n.t('Of a base solution'),
    'other solution': l10n.t('Of other solutions'),
  };
  return candidates.flatMap((candidate, i) => [
    ...(candidates[i - 1]?.origin === candidate.origin ? [] : [separator(titles[candidate.origin])]),
    candidateItem(candidate, references),
  ]);
}

/** Of one that a base solution gives, little more than its name is known. */
function candidateItem(candidate: Candidate, references: readonly ReferenceChoice[]): Item<string> {
  const { logicalName, title, solutionName } = candidate;
  const known = references.find((reference) => isSameName(reference.logicalName, logicalName));
  if (known) return referenceItem(known);
  const description = title === logicalName ? [] : [logicalName];
  return { label: title, description: [...description, solutionName ?? ''].join(' · '), value: logicalName };
}

export function solutionItem(solution: SolutionChoice): Item<SolutionChoice> {
  const { name, title } = solution;
  return { label: title, ...(title !== name && { description: name }), value: solution };
}

/** Those in use before all others. */
export function connectorItems(connectors: readonly ConnectorChoice[]): (Item<string> | QuickPickItem)[] {
  const isUsed = ({ references, directFlows }: ConnectorChoice): boolean => references + directFlows > 0;
  const used = connectors.filter(isUsed);
  const others = connectors.filter((connector) => !isUsed(connector));
  return [
    ...(used.length > 0 ? [separator(l10n.t('In use'))] : []),
    ...used.map(connectorItem),
    separator(l10n.t('All connectors')),
    ...others.map(connectorItem),
  ];
}

function connectorItem({ name, title, tier, references, directFlows }: ConnectorChoice): Item<string> {
  const use = [
    tier ?? '',
    references === 0 ? '' : references === 1 ? l10n.t('1 reference') : l10n.t('{0} references', references),
    directFlows === 0
      ? ''
      : directFlows === 1
        ? l10n.t('used directly by 1 flow')
        : l10n.t('used directly by {0} flows', directFlows),
  ];
  return { label: title, description: [name, ...use].filter((part) => part !== '').join(' · '), value: name };
}

export function settingsItem(settings: SettingsChoice): Item<SettingsChoice> {
  return { label: settings.environment, description: pathOf(settings.file), value: settings };
}

export function separator(label: string): QuickPickItem {
  return { label, kind: QuickPickItemKind.Separator };
}

export function pathOf(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri));
}
