/** Asks which steps of a flow a change is for: those of a key, some of them, or all of a connector. */
import { l10n } from 'vscode';
import type { FlowChoice, KeyChoice, Target, UseRequest } from '../../../server/src/lsp/protocol';
import { isSameName } from './choices';
import { pick, pickMany, then, type Item, type Step } from './dialog';

type Scope = 'step' | 'some' | 'key' | 'connector';

export interface WhichSteps {
  readonly key: KeyChoice | undefined;
  readonly scope?: Scope | undefined;
  /** Of the steps, where they are not all of the key or the connector. */
  readonly paths?: NonNullable<UseRequest['steps']> | undefined;
}

export function isComplete<S extends WhichSteps>(known: S): known is S & { readonly key: KeyChoice } {
  return known.key !== undefined && known.scope !== undefined;
}

/** @param target may name the key already, and the step at the cursor. */
export function whichSteps<S extends WhichSteps>(flow: FlowChoice, target: Target, { scope }: S): readonly Step<S>[] {
  return [
    ...(flow.keys.some(({ key }) => key === target.key) ? [] : [keyStep<S>(flow)]),
    scopeStep<S>(flow, target),
    ...(scope === 'some' ? [someStep<S>(target)] : []),
  ];
}

function keyStep<S extends WhichSteps>({ keys }: FlowChoice): Step<S> {
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
    return then(answer, (key) => (key === known.key ? known : { ...known, key, scope: undefined, paths: undefined }));
  };
}

function scopeStep<S extends WhichSteps>(flow: FlowChoice, target: Target): Step<S> {
  return async (known, asking) => {
    const { key } = known;
    if (!key) return undefined;
    const own = key.steps.find(({ path }) => isSameStep(path, target.step));
    const answer = await pick<Scope>(asking, scopeItems(flow, key, own), {
      placeholder: l10n.t('Which steps are to use another reference?'),
      active: (scope) => scope === known.scope,
    });
    return then(answer, (scope) => ({
      ...known,
      scope,
      paths: scope === 'step' && own ? [own.path] : scope === 'some' ? known.paths : undefined,
    }));
  };
}

function scopeItems(flow: FlowChoice, key: KeyChoice, own: KeyChoice['steps'][number] | undefined): Item<Scope>[] {
  const ofConnector = flow.keys.filter((other) => isSameName(other.connector, key.connector));
  const all = ofConnector.flatMap(({ steps }) => steps).length;
  const isOne = key.steps.length === 1;
  return [
    ...(own && !isOne ? [{ label: l10n.t('This step'), description: own.title, value: 'step' as const }] : []),
    { label: l10n.t("All steps of '{0}'", key.key), description: countSteps(key.steps.length), value: 'key' },
    ...(key.steps.length > 1 ? [{ label: l10n.t('Some steps…'), value: 'some' as const }] : []),
    ...(all > key.steps.length
      ? [
          {
            label: l10n.t('All steps of {0} in this flow', key.connectorTitle ?? key.key),
            description: countSteps(all),
            value: 'connector' as const,
          },
        ]
      : []),
  ];
}

function someStep<S extends WhichSteps>(target: Target): Step<S> {
  return async (known, asking) => {
    const steps = (known.key?.steps ?? []).map(({ title, scopes, path }) => ({
      label: title,
      description: scopes.join(' › '),
      value: path,
      picked: known.paths?.includes(path) ?? isSameStep(path, target.step),
    }));
    return then(await pickMany(asking, steps, l10n.t('The steps')), (paths) => ({ ...known, paths }));
  };
}

type StepPath = KeyChoice['steps'][number]['path'];

function isSameStep(path: StepPath, other: Target['step']): boolean {
  return other?.join('/') === path.join('/');
}

function countSteps(count: number): string {
  return count === 1 ? l10n.t('1 step') : l10n.t('{0} steps', count);
}
