import assert from 'node:assert/strict';
import { customizationsXml } from '../engine';
import { checkChange, checkRefusal, planned, reasonsOf } from './change';

const file = '/Workflows/A.json';
const declared = `//- /Other/Customizations.xml
${customizationsXml({ name: 'hr_a', connector: 'shared_teams' }, { name: 'hr_b', connector: 'shared_teams' }, { name: 'hr_sql', connector: 'shared_sql' })}
`;

const flow = `//- ${file}
{
  "properties": {
    "connectionReferences": {
      "shared_teams": {
        "runtimeSource": "invoker",
        "connection": { "connectionReferenceLogicalName": "hr_a" },
        "api": { "name": "shared_teams" }
      }
    },
    "definition": {
      "triggers": { "manual": { "type": "Request", "inputs": {} } },
      "actions": {
        "Scope": { "type": "Scope", "actions": {
          "Post": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "shared_teams", "operationId": "Post" } } }
        } },
        "Old": { "type": "ApiConnection", "inputs": { "host": { "connection": { "name": "@parameters('$connections')['shared_teams']['connectionId']" } } } }
      }
    }
  }
}
`;
const post = ['properties', 'definition', 'actions', 'Scope', 'actions', 'Post'];
const old = ['properties', 'definition', 'actions', 'Old'];

const twoKeys = flow.replace(
  /\n {6}\}\n {4}\},\n/,
  `
      },
      "b": {
        "runtimeSource": "invoker",
        "connection": { "connectionReferenceLogicalName": "hr_b" },
        "api": { "name": "shared_teams" }
      }
    },
`,
);

describe('using another reference', () => {
  it('for all steps of a key changes the entry alone', () => {
    checkChange(
      declared + flow,
      { kind: 'use', file, reference: 'hr_b', key: 'shared_teams' },
      flow.replace('hr_a', 'hr_b'),
    );
  });

  it('for all steps of a connector does the same where one key has them', () => {
    checkChange(
      declared + flow,
      { kind: 'use', file, reference: 'hr_b', connector: 'Shared_Teams' },
      flow.replace('hr_a', 'hr_b'),
    );
  });

  it('for one nested step adds a key like that of the others, behind it', () => {
    checkChange(
      declared + flow,
      { kind: 'use', file, reference: 'hr_b', steps: [post] },
      flow.replace('"connectionName": "shared_teams"', '"connectionName": "shared_teams_1"').replace(
        /\n {6}\}\n {4}\},\n/,
        `
      },
      "shared_teams_1": {
        "runtimeSource": "invoker",
        "connection": {
          "connectionReferenceLogicalName": "hr_b"
        },
        "api": {
          "name": "shared_teams"
        }
      }
    },
`,
      ),
    );
  });

  it('takes a key that has the reference, also within an expression', () => {
    checkChange(
      declared + twoKeys,
      { kind: 'use', file, reference: 'hr_b', steps: [old] },
      twoKeys.replace("['shared_teams']['connectionId']", "['b']['connectionId']"),
    );
  });

  it('removes the key that no step uses any more', () => {
    const after = twoKeys
      .replace("['shared_teams']['connectionId']", "['b']['connectionId']")
      .replace('"connectionName": "shared_teams"', '"connectionName": "b"')
      .replace(/"shared_teams": \{[^]*?\n {6}\},\n {6}/, '');
    checkChange(declared + twoKeys, { kind: 'use', file, reference: 'hr_b', key: 'shared_teams' }, after);
  });

  it('takes no key that runs with another connection', () => {
    const embedded = twoKeys.replace(
      '"b": {\n        "runtimeSource": "invoker"',
      '"b": {\n        "runtimeSource": "embedded"',
    );
    assert.notEqual(embedded, twoKeys);
    const change = planned(declared + embedded, { kind: 'use', file, reference: 'hr_b', steps: [post] });
    assert.match(JSON.stringify(change), /shared_teams_1/);
  });

  it('keeps an entry that an expression elsewhere still names', () => {
    const source = twoKeys.replace(
      '"inputs": {}',
      `"inputs": { "x": "@parameters('$connections')['shared_teams']['connectionName']" }`,
    );
    const request = { kind: 'merge-keys', file, into: 'b', from: ['shared_teams'] } as const;
    const bound = source.replace('hr_a', 'HR_B');
    const after = bound
      .replace("['shared_teams']['connectionId']", "['b']['connectionId']")
      .replace('"connectionName": "shared_teams"', '"connectionName": "b"');
    const change = checkChange(declared + bound, request, after);
    assert.deepEqual(reasonsOf(change), [
      "An expression of the flow names the key 'shared_teams', so its entry stays.",
    ]);
  });

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
    const alike = twoKeys.replace('hr_a', 'HR_B');
    const request = { kind: 'merge-keys', file, into: 'b', from: ['shared_teams'] } as const;
    assert.deepEqual(reasonsOf(planned(declared + alike, request)), []);
    const impersonating = alike.replace('"b": {', '"b": { "impersonation": { "source": "invoker" },');
    checkRefusal(declared + impersonating, request, /in the same way/);
  });
});

describe('the runtime source', () => {
  it('changes where somebody calls the flow', () => {
    checkChange(
      declared + flow,
      { kind: 'runtime-source', file, key: 'shared_teams', source: 'embedded' },
      flow.replace('"invoker"', '"embedded"'),
    );
  });

  it('is not the caller where there is none', () => {
    const timed = flow.replace('"Request"', '"Recurrence"');
    checkRefusal(
      declared + timed,
      { kind: 'runtime-source', file, key: 'shared_teams', source: 'invoker' },
      /no caller/,
    );
  });
});
