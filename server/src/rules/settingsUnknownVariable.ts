import { fold } from '../model/names';
import { unknownVariables } from '../project/settingsGaps';
import { removeSettingsVariables } from '../refactor/settingsVariables';
import type { Rule } from './rule';
import { enumerate } from './words';

export const settingsUnknownVariable: Rule = {
  id: 'settings-unknown-variable',
  severity: 'warning',
  kinds: ['settings'],
  docs: {
    summary: 'A deployment settings file names an environment variable that none of its solutions has.',
    details: `The variable was renamed or deleted, or its name is mistyped: the value goes nowhere.

Remove the entry, or correct its name.`,
    bad: [
      `
//- /settings/prod.json
{ "EnvironmentVariables": [ { "SchemaName": "⟦contoso_Sight⟧", "Value": "x" } ], "ConnectionReferences": [] }
//- /environmentvariabledefinitions/contoso_Site/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Site"><defaultvalue>y</defaultvalue></environmentvariabledefinition>
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "EnvironmentVariables": [ { "SchemaName": "Contoso_site", "Value": "x" } ], "ConnectionReferences": [] }
//- /environmentvariabledefinitions/contoso_Site/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Site"><defaultvalue>y</defaultvalue></environmentvariabledefinition>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const settings = snapshot.settingsAt(file);
    if (!settings) return;
    const owners = enumerate(
      l10n,
      settings.solutions.map(({ name }) => name),
    );
    for (const { schemaName, path } of unknownVariables(settings)) {
      const owner = snapshot.solutions.find(({ variables }) =>
        variables.some((variable) => fold(variable.schemaName) === fold(schemaName)),
      );
      yield {
        place: { path },
        message: l10n.t(
          "'{0}' is not known in {1}. No solution of this file has this environment variable, so its value goes nowhere. {2}",
          schemaName,
          owners,
          owner
            ? l10n.t('It belongs to {0}: remove the entry here.', owner.name)
            : l10n.t('Remove the entry, or correct its name.'),
        ),
        fixes: () => [
          {
            title: l10n.t('Remove the entry'),
            group: 'update-settings',
            preferred: true,
            apply: (draft) => removeSettingsVariables(draft, file, [schemaName]),
          },
        ],
      };
    }
  },
};
