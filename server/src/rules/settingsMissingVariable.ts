import { missingVariables } from '../project/settingsGaps';
import { addSettingsVariable } from '../refactor/settingsVariables';
import type { Rule } from './rule';
import { count, enumerate } from './words';

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

  *check({ file, facts, snapshot }) {
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
        message: `${count(missing.length, 'environment variable')} of ${solution.name} ${missing.length === 1 ? 'has' : 'have'} no value, no default and no entry here: ${enumerate(names)}. Add ${missing.length === 1 ? 'it' : 'them'}.`,
        related: missing.map(({ at, schemaName }) => ({ at, message: `'${schemaName}'` })),
        fixes: () => [
          {
            title: missing.length === 1 ? `Add '${names[0] ?? ''}'` : `Add the ${missing.length} environment variables`,
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
