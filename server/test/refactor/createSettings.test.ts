import assert from 'node:assert/strict';
import { customizationsXml, solutionXml } from '../engine';
import { checkRefusal, planned } from './change';

const file = '/settings/uat.json';

const contoso = `//- /Other/Customizations.xml\n<ImportExportXml />\n`;

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
  it('has empty lists for a solution without references and variables', () => {
    assert.equal(
      planned(contoso, { kind: 'create-settings', file }).texts.get(file),
      '{\n  "EnvironmentVariables": [],\n  "ConnectionReferences": []\n}',
    );
  });

  it('holds what the named solutions have, and tells where its place says something else', () => {
    const one = planned(several, { kind: 'create-settings', file, solutions: ['b'] });
    assert.deepEqual(names(one.texts.get(file)), ['a_last', 'Shared_One']);
    assert.deepEqual(one.notes, [
      'From its place the file counts for A too: if it is not, say so by an environment in connref.json.',
    ]);
    const within = planned(several, { kind: 'create-settings', file: '/A/uat.json', solutions: ['M'] });
    assert.deepEqual(names(within.texts.get('/A/uat.json')), ['m_one']);
    assert.deepEqual(within.notes, [
      'From its place nothing tells that the file is for M: say so by an environment in connref.json.',
      'From its place the file counts for A too: if it is not, say so by an environment in connref.json.',
    ]);
  });

  it('is made of what can be read, and names what can not', () => {
    const source = `//- /Other/Customizations.xml\n<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_sql">`;
    const change = planned(source, { kind: 'create-settings', file });
    assert.deepEqual(
      change.left.map(({ at, reason }) => `${at.file}: ${reason}`),
      [
        "/Other/Solution.xml: The declarations of 'Fixture' can't be read in full, so the settings may lack some of them.",
      ],
    );
  });

  it('is refused in the place of another file, under another ending, and for solutions that are not there', () => {
    const request = { kind: 'create-settings', file } as const;
    checkRefusal(
      `${contoso}//- ${file}\n{"ConnectionReferences":[]}`,
      request,
      `'${file}' is there already: bring it up to date instead.`,
    );
    checkRefusal(
      contoso,
      { ...request, file: '/settings/uat' },
      "'/settings/uat' must end in '.json' to be found as a settings file.",
    );
    checkRefusal(
      several,
      { ...request, solutions: ['A', 'X'] },
      "There is no solution 'X' in the workspace. It has A, B, M.",
    );
  });
});

function names(text: string | undefined): string[] {
  const { ConnectionReferences } = JSON.parse(text ?? '') as { ConnectionReferences: { LogicalName: string }[] };
  return ConnectionReferences.map(({ LogicalName }) => LogicalName);
}
