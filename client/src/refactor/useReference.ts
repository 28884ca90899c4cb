/** Lets a step, some steps, a key or all steps of a connector in a flow use another connection reference. */
import { l10n, window, type QuickPickItem } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FlowChoice, Inventory, KeyChoice, Target, UseRequest } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { candidateItem, inventoryFor, isSameName, separator } from './choices';
import { createReference } from './createReference';
import { pick, pickMany, runSteps, then, type Item, type Step } from './dialog';

type Steps = Pick<UseRequest, 'key' | 'steps' | 'connector'>;

interface Use {
  readonly key: KeyChoice | undefined;
  readonly steps?: Steps;
  /** Undefined stands for one that is created for the key. */
  readonly reference?: { readonly logicalName: string | undefined };
}

export async function useReference(client: LanguageClient, target: Target): Promise<void> {
  const inventory = await inventoryFor(client, target.file);
  const { flow } = inventory;
  if (target.file === undefined || !flow || flow.keys.length === 0) {
    void window.showInformationMessage(l10n.t('Open a flow that uses connections first.'));
    return;
  }
  const key = flow.keys.find((one) => one.key === target.key);
  const chosen = await runSteps<Use>(l10n.t('Use Another Connection Reference'), { key }, () => [
    ...(key ? [] : [keyStep(flow)]),
    stepsStep(flow, target),
    referenceStep(inventory),
  ]);
  if (!chosen?.key || !chosen.reference || !chosen.steps) return;
  const { logicalName } = chosen.reference;
  if (logicalName === undefined) await createReference(client, { file: target.file, key: chosen.key.key });
  else await applyRequest(client, { kind: 'use', file: target.file, reference: logicalName, ...chosen.steps });
}

function keyStep({ keys }: FlowChoice): Step<Use> {
  const items = keys.map((value) => ({
    label: value.connectorTitle ?? value.key,
    description: [value.key, value.reference ?? l10n.t('used directly')].join(' · '),
    detail: countSteps(value.steps.length),
    value,
  }));
  return async (known, asking) => {
    const answer = await pick<KeyChoice>(asking, items, {
      placeholder: l10n.t('The connection that steps use now'),
      active: (key) => key === known.key,
    });
    return then(answer, (key) => ({ key }));
  };
}

type Scope = 'step' | 'some' | 'key' | 'connector';

function stepsStep(flow: FlowChoice, target: Target): Step<Use> {
  return async (known, asking) => {
    const { key } = known;
    if (!key) return undefined;
    const ofConnector = flow.keys.filter((other) => isSameName(other.connector, key.connector));
    const all = ofConnector.flatMap(({ steps }) => steps).length;
    const own = key.steps.find(({ path }) => target.step?.join('/') === path.join('/'));
    const items: Item<Scope>[] = [
      ...(own && key.steps.length > 1
        ? [{ label: l10n.t('This step'), description: own.name, value: 'step' as const }]
        : []),
      { label: l10n.t("All steps of '{0}'", key.key), description: countSteps(key.steps.length), value: 'key' },
      ...(key.steps.length > 1 ? [{ label: l10n.t('Some steps…'), value: 'some' as const }] : []),
      ...(all > key.steps.length && ofConnector.length > 1
        ? [
            {
              label: l10n.t('All steps of {0} in this flow', key.connectorTitle ?? key.key),
              description: countSteps(all),
              value: 'connector' as const,
            },
          ]
        : []),
    ];
    const answer = await pick<Scope>(asking, items, {
      placeholder: l10n.t('Which steps are to use another reference?'),
    });
    if (answer !== 'some') return then(answer, (scope) => ({ ...known, steps: stepsFor(scope, key, own) }));
    const steps = key.steps.map(({ name, path }) => ({
      label: name,
      description: path.slice(2, -2).join(' › '),
      value: path,
    }));
    return then(await pickMany(asking, steps, l10n.t('The steps')), (paths) => ({ ...known, steps: { steps: paths } }));
  };
}

function stepsFor(scope: Scope, { key, connector }: KeyChoice, step: KeyChoice['steps'][number] | undefined): Steps {
  if (scope === 'step' && step) return { steps: [step.path] };
  return scope === 'connector' && connector !== undefined ? { connector } : { key };
}

function referenceStep({ references }: Inventory): Step<Use> {
  return async (known, asking) => {
    const others = (known.key?.fitting ?? []).filter(
      ({ logicalName }) => known.steps?.key === undefined || !isSameName(logicalName, known.key?.reference),
    );
    const items: (Item<string | null> | QuickPickItem)[] = [
      ...others.map((candidate) => candidateItem(candidate, references)),
      // A new one is bound to the whole key.
      ...(known.steps?.key === undefined
        ? []
        : [separator(''), { label: l10n.t('$(add) Create connection reference…'), value: null }]),
    ];
    if (items.length === 0) {
      void window.showInformationMessage(l10n.t('There is no other connection reference of this connector.'));
      return undefined;
    }
    const answer = await pick<string | null>(asking, items, {
      placeholder: l10n.t('The reference that they use from now on'),
    });
    return then(answer, (logicalName) => ({ ...known, reference: { logicalName: logicalName ?? undefined } }));
  };
}

function countSteps(count: number): string {
  return count === 1 ? l10n.t('1 step') : l10n.t('{0} steps', count);
}
