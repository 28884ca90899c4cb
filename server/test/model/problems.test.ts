/** Files that are not as they should be: each mistake is told at its place, and the rest is read. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { extractFacts } from '../../src/model/extract';
import type { FileKind } from '../../src/model/fileKind';
import { customizationsXml, flowText, settingsText, solutionXml } from '../engine';
import { checkProblems, readFlow, stepsAs } from './readers';

const send = '"Send": { "inputs": { "host": { "connectionName": "k" } } }';

describe('wrong types in a flow', () => {
  function checkFlow(marked: string, steps: readonly string[], keys: readonly string[] = ['k']): void {
    checkProblems('flow', marked);
    const text = marked.replace(/[⟦⟧]/g, '');
    assert.deepEqual(stepsAs(text), steps);
    assert.deepEqual(
      readFlow(text).entries.map(({ key }) => key),
      keys,
    );
  }

  const around = (entries: string, actions: string): string =>
    `{ "properties": { ${entries}, "definition": { ${actions} } } }`;
  const sound = `"connectionReferences": { "k": {} }`;

  it('connectionReferences', () => {
    checkFlow(around('"⟦connectionReferences⟧": [ { "k": {} } ]', `"actions": { ${send} }`), ['Send: k'], []);
    checkFlow(around('"⟦connectionReferences⟧": "k"', `"actions": { ${send} }`), ['Send: k'], []);
  });

  it('an entry', () => {
    checkFlow(around('"connectionReferences": { "⟦a⟧": "contoso_outlook", "k": {}, "⟦b⟧": null }', ''), []);
  });

  it('actions and triggers', () => {
    checkFlow(around(sound, `"⟦actions⟧": [ { ${send} } ], "triggers": { ${send} }`), ['trigger Send: k']);
    checkFlow(around(sound, `"actions": { ${send} }, "⟦triggers⟧": 1`), ['Send: k']);
  });

  it('a step', () => {
    checkFlow(around(sound, `"actions": { "⟦A⟧": [], ${send}, "⟦B⟧": "text" }`), ['Send: k']);
  });

  it('branches of a condition and a switch', () => {
    checkFlow(around(sound, `"actions": { "If": { "actions": { ${send} }, "⟦else⟧": [] } }`), ['If › Send: k']);
    checkFlow(around(sound, `"actions": { "If": { "⟦actions⟧": [], "else": { "actions": { ${send} } } } }`), [
      'If › If no › Send: k',
    ]);
    checkFlow(
      around(sound, `"actions": { "S": { "cases": { "⟦A⟧": 1, "B": { "actions": { ${send} } } }, "⟦default⟧": "x" } }`),
      ['S › B › Send: k'],
    );
    checkFlow(around(sound, `"actions": { "S": { "⟦cases⟧": [], "default": { "actions": { ${send} } } } }`), [
      'S › Default › Send: k',
    ]);
  });

  it('inputs and host may be anything', () => {
    checkFlow(around(sound, `"actions": { "A": { "inputs": [] }, "B": { "inputs": { "host": "x" } }, ${send} }`), [
      'Send: k',
    ]);
  });

  it('null stands for nothing', () => {
    checkFlow(around('"connectionReferences": null', '"actions": null, "triggers": null'), [], []);
    checkFlow(
      around(sound, `"actions": { "If": { "actions": null, "else": null, "cases": null, "default": null }, ${send} }`),
      ['Send: k'],
    );
  });

  for (const text of ['', '1', 'null', '[]', '{}', '{ "properties": [] }', '{ "properties": { "definition": [] } }']) {
    it(`${text === '' ? 'nothing' : text} is no flow`, () => {
      assert.equal(readFlow(text).hasDefinition, false);
    });
  }
});

describe('half files', () => {
  it('a flow: the first mistake is told, and what stands before and behind it is read', () => {
    checkProblems('flow', '{ "properties": { "connectionReferences": { "k" ⟦{⟧ } }, "definition": {} } }');
    const text = flowText('{ "k": { "api": { "name": "shared_teams" } }, "l" }', `{ ${send} }`);
    const { entries, steps } = readFlow(text);
    assert.deepEqual([entries[0]?.key, steps[0]?.name], ['k', 'Send']);
  });

  it('XML: the first mistake is told', () => {
    const facts = extractFacts('customizations', customizationsXml({ name: 'a', connector: 'shared_x' }).slice(0, -40));
    assert.equal(facts?.problems.length, 1);
  });

  const whole: Readonly<Record<FileKind, string>> = {
    flow: flowText(
      '{ "shared_teams": { "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "a" }, "api": { "name": "shared_teams" } } }',
      `{ "If": { "type": "If", "actions": { ${send} }, "else": { "actions": { ${send} } }, "cases": { "A": { "actions": {} } } } }`,
    ),
    flowMetadata:
      '<Workflow WorkflowId="{0ef8c509-91aa-4bbe-a80e-0988a0b6613d}" Name="A &amp; B"><Category>5</Category></Workflow>',
    customizations: customizationsXml({ name: 'a', connector: 'shared_x', title: 'A' }, { name: 'b', connector: '' }),
    solution: solutionXml('Contoso', { name: 'a', solution: 'Base (1.0)' }),
    settings: settingsText({ a: 'x', b: '' }),
    canvasApp:
      '<CanvasApp><Name>a</Name><ConnectionReferences>{"1":{"id":"/apis/shared_x","xrmConnectionReferenceLogicalName":"a"}}</ConnectionReferences></CanvasApp>',
    agentReferences:
      '<botcomponent_connectionreferenceset><botcomponent_connectionreference botcomponentid.schemaname="a.b" connectionreferenceid.connectionreferencelogicalname="a" /></botcomponent_connectionreferenceset>',
    environmentVariableValue: '{ "environmentvariablevalues": { "environmentvariablevalue": { "value": "a" } } }',
    agent: '<bot schemaname="contoso_hr"><name>HR Assistant</name></bot>',
    yamlAgent: 'displayName: HR Assistant\nschemaName: contoso_hr\n',
    agentWorkspace: 'connectionReferences:\n  - connectionReferenceLogicalName: a\n    connectorId: "shared_x"\n',
    yamlSolution:
      "ImportExportXml:\n  SolutionManifest:\n    UniqueName: Contoso\n    LocalizedNames:\n      LocalizedName:\n        '@description': A\n    Version: 1.0\n",
    solutionPart: "SolutionComponents:\n  Component:\n  - '@path': /modernflows/a\n",
    yamlReference: "connectionreference:\n  '@connectionreferencelogicalname': a\n  connectorid: shared_x\n",
    xmlReference:
      '<connectionreference connectionreferencelogicalname="a"><statecode>0</statecode></connectionreference>',
    yamlVariable: "environmentvariabledefinition:\n  '@schemaname': a\n",
    configuration: '{ "rules": {} }',
    connector: '<Connector><name>contoso_5Forders</name><displayname>Orders</displayname></Connector>',
    environmentVariable:
      '<environmentvariabledefinition schemaname="v"><connectionreferenceid><connectionreferencelogicalname>a</connectionreferencelogicalname></connectionreferenceid></environmentvariabledefinition>',
  };

  for (const [kind, text] of Object.entries(whole) as [FileKind, string][]) {
    it(`${kind}: any piece may be missing or replaced`, () => {
      const piece = fc.tuple(
        fc.nat(text.length),
        fc.nat(text.length),
        fc.oneof(fc.constant(''), fc.string({ maxLength: 6 })),
      );
      fc.assert(
        fc.property(piece, ([a, b, put]) => {
          const [start, end] = [Math.min(a, b), Math.max(a, b)];
          const broken = text.slice(0, start) + put + text.slice(end);
          for (const other of Object.keys(whole) as FileKind[]) {
            for (const { place } of extractFacts(other, broken)?.problems ?? []) {
              if ('span' in place) assert.ok(place.span.start <= place.span.end && place.span.end <= broken.length);
            }
          }
        }),
        { numRuns: 200 },
      );
    });
  }

  it('any JSON at all is read', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), fc.json(), (entries, actions, triggers) => {
        extractFacts('flow', flowText(entries, actions, triggers));
        extractFacts('settings', `{ "ConnectionReferences": ${entries}, "EnvironmentVariables": ${actions} }`);
        extractFacts('settings', `[ { "connectionReferenceLogicalName": ${entries}, "connectionId": ${actions} } ]`);
      }),
    );
  });
});

describe('merge conflicts', () => {
  const conflict = (a: string, b: string): string => `\n⟦<<<<<<<⟧ HEAD\n${a}\n=======\n${b}\n>>>>>>> main\n`;
  const texts: readonly (readonly [FileKind, string])[] = [
    ['flow', `{ "properties": { "connectionReferences": {${conflict('"a": {}', '"b": {}')}}, "definition": {} } }`],
    ['settings', `{ "ConnectionReferences": [ { "LogicalName": ${conflict('"a"', '"b"')} } ] }`],
    [
      'customizations',
      `<ImportExportXml>${conflict('<connectionreferences>', '<connectionreferences />')}</ImportExportXml>`,
    ],
    ['solution', `<ImportExportXml>${conflict('<Version>1', '<Version>2')}</Version></ImportExportXml>`],
  ];

  for (const [kind, text] of texts) {
    it(`${kind}: the marker is all that is told, and nothing is read`, () => {
      checkProblems(kind, text);
      const facts = extractFacts(kind, text.replace(/[⟦⟧]/g, ''));
      assert.equal(facts?.problems[0]?.kind, 'conflict');
      if (facts.kind === 'flow') assert.deepEqual([facts.hasDefinition, facts.entries], [false, []]);
    });
  }

  it('markers within a string are text', () => {
    assert.deepEqual(readFlow(flowText('{}', '{ "A": { "description": "<<<<<<< HEAD" } }')).problems, []);
  });
});
