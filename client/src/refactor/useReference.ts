/** Lets a step, some steps, a key or all steps of a connector in a flow use another connection reference. */
import { l10n, window, type QuickPickItem } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Candidate, Inventory, Target, UseRequest } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { candidateItems, inventoryFor, isSameName, separator } from './choices';
import { createReference } from './createReference';
import { pick, runSteps, then, type Item, type Step } from './dialog';
import { isComplete, whichSteps, type WhichSteps } from './whichSteps';

interface Use extends WhichSteps {
  /** Null stands for one that is created for the key. */
  readonly candidate?: Candidate | null;
  readonly declares?: boolean;
}

export async function useReference(client: LanguageClient, target: Target): Promise<void> {
  const inventory = await inventoryFor(client, target.file);
  const { flow } = inventory;
  if (target.file === undefined || !flow || flow.keys.length === 0) {
    void window.showInformationMessage(l10n.t('Open a flow that uses connections first.'));
    return;
  }
  const key = flow.keys.find((one) => one.key === target.key);
  const chosen = await runSteps<Use>(l10n.t('Use Another Connection Reference'), { key }, (known) => [
    ...whichSteps(flow, target, known),
    ...referenceSteps(inventory, known),
  ]);
  if (chosen) await finish(client, target.file, chosen);
}

/** What a key that uses a connection directly is to use instead. Where there is one that is meant, nobody is asked. */
export async function convertKey(client: LanguageClient, { file, key: name }: Target): Promise<void> {
  const inventory = await inventoryFor(client, file);
  const key = inventory.flow?.keys.find((one) => one.key === name);
  if (file === undefined || !key) return;
  if (key.fitting.length === 0) return createReference(client, { file, key: key.key });
  const scoped: Use = { key, scope: 'key' };
  const [own, ...others] = key.fitting.filter(({ origin }) => origin === 'same solution');
  const title = l10n.t("Connection Reference for '{0}'", key.connectorTitle ?? key.key);
  const chosen =
    own && others.length === 0
      ? { ...scoped, candidate: own }
      : await runSteps<Use>(title, scoped, (known) => referenceSteps(inventory, known));
  if (chosen) await finish(client, file, chosen);
}

/** Makes what the light bulb asks for. One of another solution can be had in two ways. */
export async function useGiven(client: LanguageClient, request: UseRequest): Promise<void> {
  const { file, reference } = request;
  const inventory = await inventoryFor(client, file);
  const key = inventory.flow?.keys.find((one) => one.key === request.key);
  const candidate = key?.fitting.find(({ logicalName }) => isSameName(logicalName, reference));
  if (!candidate || !isForeign(candidate)) return applyRequest(client, request);
  const title = l10n.t("Use Connection Reference '{0}'", candidate.title);
  const chosen = await runSteps<Use>(title, { key, candidate }, () => [declaresStep(inventory)]);
  if (chosen) await applyRequest(client, { ...request, declares: chosen.declares === true });
}

async function finish(client: LanguageClient, file: string, chosen: Use): Promise<void> {
  const { candidate, declares } = chosen;
  if (!isComplete(chosen) || candidate === undefined) return;
  if (candidate === null) return createReference(client, { file, key: chosen.key.key });
  await applyRequest(client, {
    kind: 'use',
    file,
    reference: candidate.logicalName,
    ...stepsOf(chosen),
    ...(declares === true && { declares }),
  });
}

function stepsOf({ scope, key, paths }: WhichSteps): Pick<UseRequest, 'key' | 'steps' | 'connector'> {
  if (paths) return { steps: paths };
  if (scope === 'connector' && key?.connector !== undefined) return { connector: key.connector };
  return key ? { key: key.key } : {};
}

function referenceSteps(inventory: Inventory, { candidate }: Use): readonly Step<Use>[] {
  return [referenceStep(inventory), ...(candidate && isForeign(candidate) ? [declaresStep(inventory)] : [])];
}

function referenceStep({ references }: Inventory): Step<Use> {
  return async (known, asking) => {
    const { key, scope } = known;
    const others = (key?.fitting ?? []).filter(
      // Steps of other keys of the connector may use another one than this key.
      ({ logicalName }) => scope === 'connector' || !isSameName(logicalName, key?.reference),
    );
    const candidateOf = (name: string): Candidate | undefined => others.find((one) => one.logicalName === name);
    const items: (Item<string | null> | QuickPickItem)[] = [
      ...candidateItems(others, references),
      // A new one is bound to the whole key.
      ...(scope === 'key'
        ? [separator(''), { label: l10n.t('$(add) Create connection reference…'), value: null }]
        : []),
    ];
    if (items.length === 0) {
      void window.showInformationMessage(l10n.t('There is no other connection reference of this connector.'));
      return undefined;
    }
    const answer = await pick<string | null>(asking, items, {
      placeholder: l10n.t('The reference to use from now on'),
      active: (name) => name !== null && name === known.candidate?.logicalName,
    });
    return then(answer, (name) => ({ ...known, candidate: name === null ? null : (candidateOf(name) ?? null) }));
  };
}

function isForeign({ origin }: Candidate): boolean {
  return origin === 'other solution';
}

/** Which of both is meant changes what an import needs. */
function declaresStep({ flow }: Inventory): Step<Use> {
  return async (known, asking) => {
    const { title = '', solutionName: owner = '' } = known.candidate ?? {};
    const solution = flow?.solution ?? '';
    const items: Item<boolean>[] = [
      {
        label: l10n.t('Declare it in {0} too', solution),
        detail: l10n.t('{0} can be imported without {1}.', solution, owner),
        value: true,
      },
      {
        label: l10n.t('Depend on {0}', owner),
        detail: l10n.t('{0} has to be imported first.', owner),
        value: false,
      },
    ];
    const answer = await pick<boolean>(asking, items, {
      placeholder: l10n.t("'{0}' belongs to {1}", title, owner),
      active: (declares) => declares === (known.declares ?? true),
    });
    return then(answer, (declares) => ({ ...known, declares }));
  };
}
