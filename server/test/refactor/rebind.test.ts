import assert from 'node:assert/strict';
import type { RebindRequest } from '../../src/refactor/request';
import { customizationsXml, flowText, solutionXml } from '../engine';
import { checkChange, checkRefusal, planned, reasonsOf } from './change';

const step = (name: string, key: string): string =>
  `"${name}": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "${key}", "operationId": "Do" } } }`;
const bound = (logicalName: string): string => `{ "connectionReferenceLogicalName": "${logicalName}" }`;
const entry = (key: string, connection: string, connector = 'shared_teams'): string =>
  `"${key}": { "connection": ${connection}, "api": { "name": "${connector}" } }`;

const teams = { connector: 'shared_teams' };
const references = customizationsXml(
  { name: 'hr_a', ...teams },
  { name: 'hr_b', ...teams },
  { name: 'hr_sql', connector: 'shared_sql' },
);
const [a, b, managed] = ['/Workflows/A.json', '/Workflows/B.json', '/managed/Workflows/M.json'];
const flowA = `//- ${a}
${flowText(
  `{ ${entry('teams', bound('hr_a'))}, ${entry('sql', bound('hr_sql'), 'shared_sql')} }`,
  `{ ${step('Post', 'teams')}, "Scope": { "type": "Scope", "actions": { ${step('Tell', 'teams')} } }, ${step('Read', 'sql')} }`,
)}
`;
const flowB = `//- ${b}
${flowText(`{ ${entry('teams', '{}')}, ${entry('t2', bound('hr_a'))} }`, `{ ${step('Post', 'teams')}, ${step('Tell', 't2')} }`)}
`;
const source = `//- /Other/Customizations.xml
${references}
${flowA}${flowB}`;
const onto = (reference: string, ...uses: RebindRequest['uses']): RebindRequest => ({
  kind: 'rebind',
  reference,
  uses,
});

describe('binding keys and steps of several flows to another reference', () => {
  it('changes entries that are bound, binds those that are used directly, and joins what becomes alike', () => {
    const change = planned(source, onto('hr_b', { file: a, key: 'teams' }, { file: b, key: 'teams' }));
    assert.deepEqual(
      change.files.map(({ file }) => file),
      [a, b],
    );
    checkChange(source, onto('hr_b', { file: a, key: 'teams' }), flowA.replace(bound('hr_a'), bound('hr_b')));
    const both = onto('hr_b', { file: b, key: 't2' }, { file: b, key: 'teams' });
    checkChange(
      source,
      both,
      `//- ${b}
${flowText(`{ ${entry('t2', bound('hr_b'))} }`, `{ ${step('Post', 't2')}, ${step('Tell', 't2')} }`)}
`,
    );
  });

  it('takes a step alone, and all steps of a key that is chosen too', () => {
    const tell = ['properties', 'definition', 'actions', 'Scope', 'actions', 'Tell'];
    const alone = planned(source, onto('hr_b', { file: a, key: 'teams', step: tell }));
    assert.deepEqual(
      alone.files.flatMap((file) => (file.kind === 'edit' ? file.edits.map(({ label }) => label) : [])),
      ["Add 'shared_teams', bound to 'hr_b'; Bind 'shared_teams' to 'hr_b'", "Let 'Tell' use 'shared_teams'"],
    );
    checkChange(
      source,
      onto('hr_b', { file: a, key: 'teams', step: tell }, { file: a, key: 'teams' }),
      flowA.replace(bound('hr_a'), bound('hr_b')),
    );
  });

  it('is refused where nothing that was chosen can use it', () => {
    checkRefusal(
      source,
      onto('hr_b', { file: a, key: 'sql' }),
      /^'hr_b' is a reference of Microsoft Teams, and 'sql' /,
    );
    checkRefusal(source, onto('hr_a', { file: a, key: 'teams' }), /^'A' uses 'hr_a' there already\.$/);
    checkRefusal(source, onto('hr_b', { file: a, key: 'gone' }), /^There is no flow with the key 'gone' any more\.$/);
    checkRefusal(source, onto('hr_b'), /^Say what is to use the reference\.$/);
  });

  it('leaves what can not use it as it is, and tells why', () => {
    const request = onto('hr_b', { file: a, key: 'teams' }, { file: a, key: 'sql' });
    checkChange(source, request, flowA.replace(bound('hr_a'), bound('hr_b')));
    assert.deepEqual(reasonsOf(planned(source, request)), [
      "'hr_b' is a reference of Microsoft Teams, and 'sql' is a key of SQL Server.",
    ]);
  });

  it('leaves flows of a managed solution alone', () => {
    const withManaged = `//- /Other/Solution.xml
${solutionXml('HR')}
${source}//- /managed/Other/Solution.xml
${solutionXml('Bought').replace('<Managed>0</Managed>', '<Managed>1</Managed>')}
//- /managed/Other/Customizations.xml
${customizationsXml()}
//- ${managed}
${flowText(`{ ${entry('teams', bound('hr_a'))} }`, `{ ${step('Post', 'teams')} }`)}
`;
    const change = planned(withManaged, onto('hr_b', { file: managed, key: 'teams' }));
    assert.deepEqual(change.files, []);
    assert.deepEqual(reasonsOf(change), ["The solution 'Bought' is managed: change it where it was made."]);
  });
});
