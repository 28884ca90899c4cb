import { fold } from '../model/names';
import type { Binding } from '../model/facts';
import { removeRepeatedEntry } from '../refactor/settingsEntries';
import type { Rule } from './rule';

export const settingsDuplicateEntry: Rule = {
  id: 'settings-duplicate-entry',
  severity: 'error',
  kinds: ['settings'],
  docs: {
    summary: 'A deployment settings file names one connection reference twice.',
    details: `Only one of the two entries can count, and which one depends on the tool.

Remove one.`,
    bad: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [
  { "LogicalName": "contoso_sql", "ConnectionId": "0fae" },
  { "LogicalName": "⟦Contoso_SQL⟧", "ConnectionId": "77c1" }
] }
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [
  { "LogicalName": "contoso_sql", "ConnectionId": "0fae" },
  { "LogicalName": "contoso_teams", "ConnectionId": "77c1" }
] }
`,
    ],
  },

  *check({ file, facts, l10n }) {
    if (facts.kind !== 'settings') return;
    const first = new Map<string, Binding>();
    for (const binding of facts.bindings) {
      const other = first.get(fold(binding.logicalName));
      first.set(fold(binding.logicalName), other ?? binding);
      if (!other) continue;
      yield {
        place: { path: binding.logicalNamePath },
        message: l10n.t(
          "This file names '{0}' more than once, and only one entry can count. Remove one.",
          binding.logicalName,
        ),
        related: [{ at: { file, place: { path: other.logicalNamePath } }, message: l10n.t('The first entry') }],
        fixes: () => [
          {
            title: l10n.t('Remove this entry'),
            group: 'update-settings',
            apply: (draft) => removeRepeatedEntry(draft, file, binding),
          },
        ],
      };
    }
  },
};
