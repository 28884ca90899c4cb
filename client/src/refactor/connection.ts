/** Asks for the connection that a reference has in an environment: one that its settings know, a typed one, or none. */
import { l10n, type QuickPickItem } from 'vscode';
import type { SettingsChoice } from '../../../server/src/lsp/protocol';
import { isSameName, pathOf, separator } from './choices';
import { pick, type Answer, type Asking, type Item } from './dialog';

export interface ConnectionQuestion {
  readonly settings: SettingsChoice;
  readonly connector: string | undefined;
  /** What is there, or was answered before. */
  readonly current: string | undefined;
}

/** An empty text stands for no connection. */
export function askConnection(
  asking: Asking,
  { settings, connector, current }: ConnectionQuestion,
): Promise<Answer<string>> {
  const known = settings.connections.filter(
    (connection) => connector === undefined || isSameName(connection.connector, connector),
  );
  const items: (Item<string> | QuickPickItem)[] = [
    ...(known.length > 0 ? [separator(l10n.t('Known in {0}', settings.environment))] : []),
    ...known.map(({ connectionId, references }) => ({
      label: connectionId,
      detail: l10n.t('used by {0}', references.join(', ')),
      value: connectionId,
    })),
    ...(known.length > 0 ? [separator('')] : []),
    { label: l10n.t('Leave empty'), description: l10n.t('bind it later'), value: '' },
  ];
  return pick(asking, items, {
    placeholder: l10n.t(
      'Connection in {0} ({1}): choose one, or type its id',
      settings.environment,
      pathOf(settings.file),
    ),
    active: (connectionId) => connectionId === current,
    typed: (text) =>
      known.some(({ connectionId }) => connectionId === text)
        ? undefined
        : { label: text, description: l10n.t('as typed'), alwaysShow: true, value: text },
  });
}
