import assert from 'node:assert/strict';
import { customizationsXml, flowText } from '../engine';
import { checkRefusal, planned, reasonsOf } from './change';

const file = '/Workflows/A.json';
const declared = `//- /Other/Customizations.xml
${customizationsXml({ name: 'hr_a', connector: 'shared_teams' }, { name: 'hr_b', connector: 'shared_teams' }, { name: 'hr_sql', connector: 'shared_sql' })}
`;

const flow = `//- ${file}
${flowText(
  '{ "shared_teams": { "connection": { "connectionReferenceLogicalName": "hr_a" }, "api": { "name": "shared_teams" } } }',
  '{ "Post": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "shared_teams" } } } }',
  '{ "manual": { "type": "Request", "inputs": {} } }',
)}
`;

describe('using another reference', () => {
  it('is refused for a reference of another connector, or of none', () => {
    checkRefusal(
      declared + flow,
      { kind: 'use', file, reference: 'hr_sql', key: 'shared_teams' },
      /is a reference of SQL Server/,
    );
    checkRefusal(
      declared + flow,
      { kind: 'use', file, reference: 'hr_x', key: 'shared_teams' },
      /declared in no solution/,
    );
    checkRefusal(declared + flow, { kind: 'use', file, reference: 'hr_b', key: 'none' }, /No step there uses/);
  });

  it('leaves a flow that is not in order', () => {
    const broken = flow.replace('"manual": {', '"manual" {');
    const change = planned(declared + broken, { kind: 'use', file, reference: 'hr_b', key: 'shared_teams' });
    assert.deepEqual(change.files, []);
    assert.deepEqual(reasonsOf(change), ['This file is not in order: mend it first.']);
  });
});

describe('merging keys', () => {
  it('is refused where they hold different references', () => {
    const two = flow.replace('"shared_teams": {', '"k": { "api": { "name": "shared_teams" } }, "shared_teams": {');
    checkRefusal(
      declared + two,
      { kind: 'merge-keys', file, into: 'shared_teams', from: ['k'] },
      /not bound to the same/,
    );
  });

  it('is refused where the steps of one act in the name of whoever calls the flow', () => {
    const bound = '{ "connection": { "connectionReferenceLogicalName": "HR_A" }, "api": { "name": "shared_teams" }';
    const request = { kind: 'merge-keys', file, into: 'shared_teams', from: ['k'] } as const;
    const alike = flow.replace('"shared_teams": {', `"k": ${bound} }, "shared_teams": {`);
    assert.deepEqual(reasonsOf(planned(declared + alike, request)), []);
    const impersonating = alike.replace(`${bound} }`, `${bound}, "impersonation": { "source": "invoker" } }`);
    checkRefusal(declared + impersonating, request, /in the same way/);
  });
});

describe('the runtime source', () => {
  it('is not the caller where there is none', () => {
    const timed = flow.replace('"Request"', '"Recurrence"');
    checkRefusal(
      declared + timed,
      { kind: 'runtime-source', file, key: 'shared_teams', source: 'invoker' },
      /no caller/,
    );
  });
});
