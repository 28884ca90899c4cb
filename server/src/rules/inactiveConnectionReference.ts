import type { Rule } from './rule';

export const inactiveConnectionReference: Rule = {
  id: 'inactive-connection-reference',
  severity: 'warning',
  kinds: ['customizations'],
  docs: {
    summary: 'A connection reference is declared as inactive.',
    details: `Every export says \`statecode\` 0 and \`statuscode\` 1: active. Another value comes from editing by hand, and flows can't use an inactive reference.

Write 0 and 1.`,
    bad: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams">
    <connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid>
    <statecode>⟦1⟧</statecode>
    <statuscode>⟦2⟧</statuscode>
  </connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams">
    <connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid>
    <statecode>0</statecode>
    <statuscode>1</statuscode>
  </connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ facts, l10n }) {
    if (facts.kind !== 'customizations') return;
    for (const { logicalName, stateCode = '0', statusCode = '1', path } of facts.declarations) {
      for (const [name, value, active] of [
        ['statecode', stateCode, '0'],
        ['statuscode', statusCode, '1'],
      ] as const) {
        if (value === active) continue;
        yield {
          place: { path: [...path, name] },
          message: l10n.t(
            "'{0}' is declared as inactive ({1} {2}), so flows can't use it. Write {3}.",
            logicalName,
            name,
            value,
            active,
          ),
        };
      }
    }
  },
};
