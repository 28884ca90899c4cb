import { fold, isToken } from '../model/names';
import type { Rule } from './rule';

export const settingsSameConnectionAcrossEnvironments: Rule = {
  id: 'settings-same-connection-across-environments',
  severity: 'warning',
  kinds: ['settings'],
  docs: {
    summary: 'Settings of two environments name the same connection.',
    details: `A connection lives in one environment. An id that stands in the settings of two is wrong in one of them, mostly because a file was copied.

Enter the connection of this environment.`,
    bad: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "contoso_sql", "ConnectionId": "⟦0fae77c1⟧" } ] }
//- /settings/test.json
{ "ConnectionReferences": [ { "LogicalName": "contoso_sql", "ConnectionId": "⟦0fae77c1⟧" } ] }
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "contoso_sql", "ConnectionId": "#{sql}#" } ] }
//- /settings/test.json
{ "ConnectionReferences": [ { "LogicalName": "contoso_sql", "ConnectionId": "#{sql}#" } ] }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const settings = snapshot.settingsAt(file);
    for (const { connectionId = '', connectionIdPath } of settings?.facts.bindings ?? []) {
      if (!settings || connectionId.trim() === '' || isToken(connectionId)) continue;
      const other = snapshot
        .bindingsTo(connectionId)
        .find((binding) => fold(binding.settings.environment) !== fold(settings.environment));
      if (!other) continue;
      yield {
        place: { path: connectionIdPath },
        message: l10n.t(
          'The settings for {0} name this connection too, and a connection lives in one environment. Enter the one of {1}.',
          other.settings.environment,
          settings.environment,
        ),
        related: [
          {
            at: { file: other.settings.file, place: { path: other.binding.connectionIdPath } },
            message: l10n.t('Named in the settings for {0}', other.settings.environment),
          },
        ],
      };
    }
  },
};
