/** Asks for the connection that a reference has in an environment: one that its settings know, a typed one, or none. */
import { l10n, type QuickPickItem } from 'vscode';
import type { BindingChoice, SettingsChoice } from '../../../server/src/lsp/protocol';
import { isSameName, pathOf, separator } from './choices';
import { pick, type Answer, type Asking, type Item } from './dialog';

export interface ConnectionQuestion {
  readonly settings: SettingsChoice;
  readonly connector: string | undefined;
  /** What stands there now. */
  readonly binding?: BindingChoice | undefined;
  /** What was answered before. */
  readonly answered?: string | undefined;
}

/** An empty text stands for no connection. */
export function askConnection(
  asking: Asking,
  { settings, connector, binding, answered }: ConnectionQuestion,
): Promise<Answer<string>> {
  const known = settings.connections.filter(
    (connection) => connector === undefined || isSameName(connection.connector, connector),
  );
  const preferred = answered ?? binding?.connectionId;
  const isKnown = (id: string): boolean => known.some(({ connectionId }) => connectionId === id);
  const items: (Item<string> | QuickPickItem)[] = [
    ...(known.length > 0 ? [separator(l10n.t('Known in {0}', settings.environment))] : []),
    ...known.map(({ connectionId, references }) => ({
      label: connectionId,
      detail: l10n.t('used by {0}', references.join(', ')),
      value: connectionId,
    })),
    ...(known.length > 0 ? [separator('')] : []),
    // A token of the pipeline, or what was typed before.
    ...(preferred === undefined || preferred === '' || isKnown(preferred)
      ? []
      : [
          {
            label: preferred,
            description: answered === undefined ? l10n.t('as it is now') : l10n.t('as typed'),
            value: preferred,
          },
        ]),
    { label: l10n.t('Leave empty'), description: l10n.t('bind it later'), value: '' },
  ];
  return pick(asking, items, {
    placeholder: l10n.t(
      'Choose the connection in {0}, or type its id ({1})',
      settings.environment,
      pathOf(settings.file),
    ),
    active: (connectionId) => connectionId === preferred,
    typed: (text) =>
      isKnown(text) ? undefined : { label: text, description: l10n.t('as typed'), alwaysShow: true, value: text },
  });
}
