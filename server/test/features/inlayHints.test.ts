import assert from 'node:assert/strict';
import { inlayHints } from '../../src/features/inlayHints';
import { customizationsXml, flowText, openFixture, settingsText, textAt } from '../engine';

const declared = `//- /Other/Customizations.xml
${customizationsXml({ name: 'hr_teams', connector: 'shared_teams', title: 'HR – Teams' }, { name: 'sql', connector: 'shared_sql', title: 'SQL' }, { name: 'bare', connector: 'shared_sql' })}
`;
const entry = (key: string, name: string): string =>
  `"${key}": { "connection": { "connectionReferenceLogicalName": "${name}" } }`;
const host = (text: string): string => `{ "inputs": { "host": { ${text} } } }`;

/** The file with each hint where it is shown, and checks that all lead to where it comes from. */
function checkHints(
  source: string,
  file: string,
  part: (text: string) => string = (text) => text,
  origin = '/Other/Customizations.xml',
): void {
  const marked = /«[^»]*»/g;
  const { workspace, fixture } = openFixture(source.replace(marked, ''));
  const text = fixture.files.get(file) ?? '';
  const wanted = part(text);
  const start = text.indexOf(wanted);
  const hints = inlayHints(workspace.snapshot, workspace.documents, file, { start, end: start + wanted.length });
  for (const { declaredAt } of hints) {
    assert.equal(declaredAt.file, origin);
    assert.ok(origin.endsWith('.json') || textAt(workspace, declaredAt).length > 0);
  }
  const shown = [...hints]
    .sort((a, b) => b.offset - a.offset)
    .reduce((all, { offset, text: hint }) => `${all.slice(0, offset)}«${hint}»${all.slice(offset)}`, text);
  const expected = source.slice(source.indexOf(`//- ${file}\n`) + `//- ${file}\n`.length).split(/^\/\/- /m)[0];
  assert.equal(shown, expected);
}

describe('inlay hints', () => {
  it('show display names beside logical names and keys, and nowhere twice', () => {
    const entries = `{ ${entry('k', 'HR_teams').replace('"HR_teams"', '"HR_teams"«HR – Teams»')}, ${entry('b', 'bare')}, ${entry('SQL', 'sql')}, ${entry('u', 'unknown')}, "d": { "connection": {} } }`;
    const steps = [
      host('"connectionName": "k"«HR – Teams»'),
      host(`"connection": { "name": "@parameters('$connections')['k']['connectionId']"«HR – Teams» }`),
      host('"connectionName": "SQL"'),
      host('"connectionName": "d"'),
      host('"connectionName": "missing"'),
    ];
    const actions = `{ ${steps.map((step, i) => `"S${i}": ${step}`).join(', ')} }`;
    checkHints(`${declared}//- /Workflows/A.json\n${flowText(entries, actions)}`, '/Workflows/A.json');
  });

  it('show them in settings', () => {
    const settings = settingsText({ hr_teams: 'x', sql: '', other: '' }).replace(
      '"hr_teams"',
      '"hr_teams"«HR – Teams»',
    );
    checkHints(`${declared}//- /settings/prod.json\n${settings}`, '/settings/prod.json');
  });

  it('show them where agents name references', () => {
    checkHints(
      `${declared}//- /agent/connectionreferences.mcs.yml
connectionReferences:
  - connectionReferenceLogicalName: hr_teams«HR – Teams»
    connectorId: /providers/Microsoft.PowerApps/apis/shared_teams
  - connectionReferenceLogicalName: unknown
`,
      '/agent/connectionreferences.mcs.yml',
    );
    checkHints(
      `${declared}//- /Assets/botcomponent_connectionreferenceset.xml
<botcomponent_connectionreferenceset><botcomponent_connectionreference botcomponentid.schemaname="hr.x" connectionreferenceid.connectionreferencelogicalname="hr_teams"«HR – Teams» /></botcomponent_connectionreferenceset>
`,
      '/Assets/botcomponent_connectionreferenceset.xml',
    );
  });

  it('show names of flows beside their GUIDs', () => {
    const guid = '0ef8c509-91aa-4bbe-a80e-0988a0b6613d';
    const child = `/Workflows/Log-${guid}.json`;
    const flows = `//- ${child}\n${flowText('{}')}\n`;
    const call = `"Run": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "${guid}"«Log» } } }`;
    checkHints(
      `${flows}//- /Workflows/Parent.json\n${flowText('{}', `{ ${call} }`)}`,
      '/Workflows/Parent.json',
      undefined,
      child,
    );
    checkHints(
      `${flows}//- /Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>HR</UniqueName><RootComponents>
  <RootComponent type="29" id="{${guid}}"«Log» behavior="0" /><RootComponent type="29" id="{1${guid.slice(1)}}" />
</RootComponents></SolutionManifest></ImportExportXml>
`,
      '/Other/Solution.xml',
      undefined,
      child,
    );
  });

  it('show only those of the part that is looked at', () => {
    const entries = `{ ${entry('k', 'hr_teams')} }`;
    const actions = `{ "S": ${host('"connectionName": "k"«HR – Teams»')} }`;
    checkHints(`${declared}//- /Workflows/A.json\n${flowText(entries, actions)}`, '/Workflows/A.json', (text) =>
      text.slice(text.indexOf('"actions"')),
    );
  });
});
