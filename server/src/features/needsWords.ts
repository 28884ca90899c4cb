/** How needs are told, in Markdown and on a terminal. */
import type { Connector } from '../model/connectors';
import type { NeededBinding, NeedingFlow, UnknownFlow } from './needs';

export function connectorWords(connector: Connector | undefined): string {
  if (!connector) return 'unknown connector';
  return connector.tier === undefined ? connector.title : `${connector.title} (${connector.tier})`;
}

/** Undefined where the connection's id says all. */
export function bindingWords({ state, values }: NeededBinding): string | undefined {
  switch (state) {
    case 'bound':
      return undefined;
    case 'token':
      return '(filled in by a pipeline)';
    case 'unbound':
      return 'not bound: the settings name no connection';
    case 'missing':
      return 'not bound: the settings lack it';
    case 'no-settings':
      return 'not known: no settings name it';
    case 'direct':
      return values.length === 0 ? 'used directly; the export does not name it' : '(used directly)';
  }
}

export function neededByWords({ name, calledBy }: NeedingFlow): string {
  return calledBy === undefined ? name : `${name} (called by ${calledBy})`;
}

export function unknownFlowWords({ guid, step, calledBy }: UnknownFlow): string {
  return `'${step}' of '${calledBy}' calls the flow ${guid}, which has no file here.`;
}
