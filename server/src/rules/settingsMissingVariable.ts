import { missingVariables } from '../project/settingsGaps';
import { addSettingsVariable } from '../refactor/settingsVariables';
import type { Rule } from './rule';
import { enumerate } from './words';

export const settingsMissingVariable: Rule = {
  id: 'settings-missing-variable',
  severity: 'warning',
  kinds: ['settings'],
  docs: {
    summary: 'A deployment settings file lacks environment variables that have neither a value nor a default.',
    details: `A variable without a value, without a default and without an entry in the settings is empty after the import, and what reads it fails.

Add the variables to the file.`,
    bad: [
      `
//- /settings/prod.json
{ "⟦EnvironmentVariables⟧": [], "ConnectionReferences": [] }
//- /environmentvariabledefinitions/contoso_Site/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Site"><type>100000000</type></environmentvariabledefinition>
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "EnvironmentVariables": [], "ConnectionReferences": [] }
//- /environmentvariabledefinitions/contoso_Site/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Site"><defaultvalue>https://contoso.example</defaultvalue></environmentvariabledefinition>
`,
    ],
  },

  *check({ file, facts, snapshot, l10n }) {
    const settings = snapshot.settingsAt(file);
    if (!settings || facts.kind !== 'settings' || facts.problems.length > 0) return;
    const { variablesPath } = facts;
    if (!variablesPath) return;
    for (const solution of settings.solutions) {
      const missing = missingVariables(settings, solution);
      if (missing.length === 0) continue;
      const names = missing.map(({ schemaName }) => schemaName);
      yield {
        place: { path: variablesPath, onKey: true },
        message:
          missing.length === 1
            ? l10n.t(
                '1 environment variable of {0} is missing: {1}. Without a value, a default or an entry here, it is empty after the import. Add it.',
                solution.name,
                enumerate(l10n, names),
              )
            : l10n.t(
                '{0} environment variables of {1} are missing: {2}. Without a value, a default or an entry here, they are empty after the import. Add them.',
                missing.length,
                solution.name,
                enumerate(l10n, names),
              ),
        related: missing.map(({ at, schemaName }) => ({ at, message: `'${schemaName}'` })),
        fixes: () => [
          {
            title:
              missing.length === 1
                ? l10n.t("Add '{0}'", names[0] ?? '')
                : l10n.t('Add the {0} environment variables', missing.length),
            group: 'update-settings',
            preferred: true,
            apply(draft) {
              for (const { schemaName } of missing) addSettingsVariable(draft, file, schemaName);
            },
          },
        ],
      };
    }
  },
};
