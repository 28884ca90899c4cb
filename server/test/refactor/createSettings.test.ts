import assert from 'node:assert/strict';
import { customizationsXml, solutionXml } from '../engine';
import { planned, refusal } from './plans';

const file = '/settings/uat.json';

const contoso = `//- /Other/Customizations.xml
${customizationsXml({ name: 'contoso_sql', connector: 'shared_sql' }, { name: 'Contoso_alerts', connector: 'shared_teams' })}
//- /environmentvariabledefinitions/contoso_Theme/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Theme"><defaultvalue>dark</defaultvalue></environmentvariabledefinition>
//- /environmentvariabledefinitions/contoso_Site/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Site"><type>100000000</type></environmentvariabledefinition>
`;

const several = `//- /A/Other/Solution.xml
${solutionXml('A')}
//- /A/Other/Customizations.xml
${customizationsXml({ name: 'z_first', connector: 'shared_sql' }, { name: 'shared_one', connector: 'shared_teams' })}
//- /B/Other/Solution.xml
${solutionXml('B')}
//- /B/Other/Customizations.xml
${customizationsXml({ name: 'a_last', connector: 'shared_sql' }, { name: 'Shared_One', connector: 'shared_teams' })}
//- /M/Other/Solution.xml
${solutionXml('M').replace('<Managed>0', '<Managed>1')}
//- /M/Other/Customizations.xml
${customizationsXml({ name: 'm_one', connector: 'shared_sql' })}
`;

describe('a created settings file', () => {
  it('is what pac solution create-settings writes', () => {
    const { change, texts } = planned(contoso, { kind: 'create-settings', file });
    assert.equal(
      texts.get(file),
      `{
  "EnvironmentVariables": [
    {
      "SchemaName": "contoso_Site",
      "Value": ""
    },
    {
      "SchemaName": "contoso_Theme",
      "Value": ""
    }
  ],
  "ConnectionReferences": [
    {
      "LogicalName": "Contoso_alerts",
      "ConnectionId": "",
      "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams"
    },
    {
      "LogicalName": "contoso_sql",
      "ConnectionId": "",
      "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_sql"
    }
  ]
}`,
    );
    assert.deepEqual([change.notes, change.left], [[], []]);
  });

  it('has empty lists for a solution without references and variables', () => {
    const source = `//- /Other/Customizations.xml\n<ImportExportXml />`;
    assert.equal(
      planned(source, { kind: 'create-settings', file }).texts.get(file),
      '{\n  "EnvironmentVariables": [],\n  "ConnectionReferences": []\n}',
    );
  });

  it('holds what all unmanaged solutions have, each name once', () => {
    assert.deepEqual(names(planned(several, { kind: 'create-settings', file }).texts.get(file)), [
      'a_last',
      'shared_one',
      'z_first',
    ]);
  });

  it('holds what the named solutions have, and tells where its place says something else', () => {
    const one = planned(several, { kind: 'create-settings', file, solutions: ['b'] });
    assert.deepEqual(names(one.texts.get(file)), ['a_last', 'Shared_One']);
    assert.deepEqual(one.change.notes, [
      'From its place the file counts for A too: if it is not, say so by an environment in connref.json.',
    ]);
    const within = planned(several, { kind: 'create-settings', file: '/A/uat.json', solutions: ['M'] });
    assert.deepEqual(names(within.texts.get('/A/uat.json')), ['m_one']);
    assert.deepEqual(within.change.notes, [
      'From its place nothing tells that the file is for M: say so by an environment in connref.json.',
      'From its place the file counts for A too: if it is not, say so by an environment in connref.json.',
    ]);
  });

  it('is made of what can be read, and names what can not', () => {
    const source = `//- /Other/Customizations.xml\n<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_sql">`;
    const { change } = planned(source, { kind: 'create-settings', file });
    assert.deepEqual(
      change.left.map(({ at, reason }) => `${at.file}: ${reason}`),
      [
        "/Other/Solution.xml: The declarations of 'Fixture' can't be read in full, so the settings may lack some of them.",
      ],
    );
  });

  it('is refused in the place of another file, under another ending, and for solutions that are not there', () => {
    const request = { kind: 'create-settings', file } as const;
    assert.equal(
      refusal(`${contoso}//- ${file}\n{"ConnectionReferences":[]}`, request),
      `'${file}' is there already: bring it up to date instead.`,
    );
    assert.equal(
      refusal(contoso, { ...request, file: '/settings/uat' }),
      "'/settings/uat' must end in '.json' to be found as a settings file.",
    );
    assert.equal(
      refusal(several, { ...request, solutions: ['A', 'X'] }),
      "There is no solution 'X' in the workspace. It has A, B, M.",
    );
  });
});

function names(text: string | undefined): string[] {
  const { ConnectionReferences } = JSON.parse(text ?? '') as { ConnectionReferences: { LogicalName: string }[] };
  return ConnectionReferences.map(({ LogicalName }) => LogicalName);
}
