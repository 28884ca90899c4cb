/** How needs are told, in Markdown and on a terminal. */
import type { L10n } from '../base/l10n';
import type { Connector } from '../model/connectors';
import type { NeededBinding, NeedingFlow, UnknownFlow } from './needs';

export function connectorWords(l10n: L10n, connector: Connector | undefined): string {
  if (!connector) return l10n.t('unknown connector');
  return connector.tier === undefined ? connector.title : `${connector.title} (${connector.tier})`;
}

/** Undefined where the connection's id says all. */
export function bindingWords(l10n: L10n, { state, values }: NeededBinding): string | undefined {
  switch (state) {
    case 'bound':
      return undefined;
    case 'token':
      return l10n.t('(filled in by a pipeline)');
    case 'unbound':
      return l10n.t('not bound: the settings name no connection');
    case 'missing':
      return l10n.t('not bound: the settings lack it');
    case 'no-settings':
      return l10n.t('not known: no settings name it');
    case 'direct':
      return values.length === 0 ? l10n.t('used directly; the export does not name it') : l10n.t('(used directly)');
  }
}

export function neededByWords(l10n: L10n, { name, calledBy }: NeedingFlow): string {
  return calledBy === undefined ? name : l10n.t('{0} (called by {1})', name, calledBy);
}

export function unknownFlowWords(l10n: L10n, { guid, step, calledBy }: UnknownFlow): string {
  return l10n.t("'{0}' of '{1}' calls the flow {2}, which has no file here.", step, calledBy, guid);
}
