import assert from 'node:assert/strict';
import { english } from '../../src/base/l10n';
import { starterConfiguration } from '../../src/features/starterConfiguration';
import { suppress, suppressionsFor, type SuppressionScope } from '../../src/features/suppress';
import { isRefusal, type Change, type Refusal } from '../../src/refactor/change';
import type { Workspace } from '../../src/host/workspace';
import { extractConfiguration } from '../../src/model/configuration';
import type { FileId } from '../../src/model/place';
import { rules } from '../../src/rules/registry';
import { textsAfter, contosoFolder, customizationsXml, openContoso, openFixture, solutionXml } from '../engine';

const flow = '/src/Workflows/Notify (V2) [old].json';
const direct = 'use-connection-references';
const source = `
//- /src/Other/Solution.xml
${solutionXml('Contoso')}
//- ${flow}
{ "properties": { "connectionReferences": {
  "shared_teams": { "connection": {}, "api": { "name": "shared_teams" } },
  "shared_sql": { "connection": {}, "api": { "name": "shared_sql" } }
}, "definition": {} } }
//- /src/Workflows/Notify V2 o.json
{ "properties": { "connectionReferences": { "shared_teams": { "connection": {}, "api": { "name": "shared_teams" } } }, "definition": {} } }
`;

/** Suppresses the first finding of a rule, or all of its pointers, as the light bulb does. */
function suppressFirst(
  workspace: Workspace,
  file: FileId,
  scope: SuppressionScope,
  rule = direct,
  folders: readonly FileId[] = [''],
): Change | Refusal {
  const finding = workspace.findingsOf(file).find((candidate) => candidate.rule.id === rule);
  assert.ok(finding, `No finding of ${rule} in ${file}`);
  const offered = suppressionsFor(workspace, [finding], english).find((one) => one.scope === scope);
  assert.ok(offered, `Not offered: ${scope}`);
  return suppress(workspace, folders, offered, 'Goes next year');
}

/** Takes the change over as an editor would. */
function apply(workspace: Workspace, change: Change | Refusal): string {
  if (isRefusal(change)) assert.fail(change.refused);
  const [[file, text = ''] = assert.fail('It changes nothing')] = textsAfter(workspace, change);
  workspace.setOpenText(file, { text, version: 2 });
  return text;
}

function fileOf(change: Change | Refusal): FileId | undefined {
  return isRefusal(change) ? undefined : change.files[0]?.file;
}

function refusalOf(change: Change | Refusal): string {
  return isRefusal(change) ? change.refused : '';
}

function rulesOf(workspace: Workspace, file: FileId): string[] {
  return workspace.findingsOf(file).map(({ rule }) => rule.id);
}

const count = (workspace: Workspace, file: FileId, rule = direct): number =>
  rulesOf(workspace, file).filter((id) => id === rule).length;

describe('suppressions', () => {
  it('are offered for each rule once', () => {
    const { workspace } = openFixture(source);
    const findings = workspace.findingsOf(flow).filter(({ rule }) => rule.id === direct);
    assert.deepEqual(
      suppressionsFor(workspace, findings, english).map(({ title, pointers }) => [title, pointers.length]),
      [
        [`Suppress '${direct}' here…`, 2],
        [`Suppress '${direct}' for this file…`, 2],
        [`Turn '${direct}' off in connref.json`, 2],
      ],
    );
  });

  it('make a commented configuration at the top of the open folder where there is none', () => {
    const { workspace } = openFixture(source);
    const change = suppressFirst(workspace, flow, 'here', direct, ['/src', '/src/Workflows/none', '']);
    assert.equal(fileOf(change), '/src/connref.json');
    const text = apply(workspace, change);
    assert.match(text, /^\/\/ What holds for/);
    assert.deepEqual(extractConfiguration(text).suppressions, [
      {
        rule: direct,
        files: ['Workflows/Notify \\(V2\\) \\[old\\].json'],
        pointer: '/properties/connectionReferences/shared_teams',
        reason: 'Goes next year',
        path: ['suppressions', 0],
      },
    ]);
    assert.equal(count(workspace, flow), 1);
    assert.deepEqual(workspace.findingsOf('/src/connref.json'), []);
  });

  it('fill a configuration that is empty', () => {
    const { workspace } = openFixture(`${source}//- /connref.json\n\n`);
    assert.match(apply(workspace, suppressFirst(workspace, flow, 'rule')), /^\/\/ What holds for/);
    assert.equal(count(workspace, flow), 0);
  });

  it('hide one finding, a file, a rule', () => {
    for (const [scope, left, others] of [
      ['here', 1, 1],
      ['file', 0, 1],
      ['rule', 0, 0],
    ] as const) {
      const { workspace } = openFixture(`${source}//- /connref.json\n{\n  // Ours\n  "rules": {}\n}\n`);
      const text = apply(workspace, suppressFirst(workspace, flow, scope));
      assert.match(text, /^\{\n {2}\/\/ Ours\n/);
      assert.equal(count(workspace, flow), left, scope);
      assert.equal(count(workspace, '/src/Workflows/Notify V2 o.json'), others, scope);
      assert.deepEqual(workspace.findingsOf('/connref.json'), [], scope);
    }
  });

  it('go to the nearest configuration', () => {
    const { workspace } = openFixture(`${source}//- /connref.json\n{}\n//- /src/connref.json\n{}\n`);
    const change = suppressFirst(workspace, flow, 'file');
    assert.equal(fileOf(change), '/src/connref.json');
    assert.deepEqual(extractConfiguration(apply(workspace, change)).suppressions[0]?.files, [
      'Workflows/Notify \\(V2\\) \\[old\\].json',
    ]);
  });

  it('turn a rule off also where an override says something else', () => {
    const { workspace } = openFixture(
      `${source}//- /connref.json\n{ "overrides": [{ "files": "src/**", "rules": { "${direct}": "error" } }] }\n`,
    );
    apply(workspace, suppressFirst(workspace, flow, 'rule'));
    assert.equal(count(workspace, flow), 0);
  });

  for (const [title, configuration] of [
    ['does not parse', '{ "rules": { }'],
    ['holds conflict markers', '{\n<<<<<<< ours\n}\n=======\n>>>>>>> theirs\n'],
    ['is no object', '[]'],
    ['has another type where they belong', '{ "suppressions": {} }'],
  ] as const) {
    it(`change nothing where the configuration ${title}`, () => {
      const { workspace } = openFixture(`${source}//- /connref.json\n${configuration}`);
      const change = suppressFirst(workspace, flow, 'here');
      assert.match(refusalOf(change), /^connref\.json was not changed: .*[a-z].*\.$/);
    });
  }

  it('say why there is no configuration to write to', () => {
    const { workspace } = openFixture(source);
    assert.match(refusalOf(suppressFirst(workspace, flow, 'here', direct, ['/elsewhere'])), /lies in no folder/);
  });

  it('are not offered for findings about the configuration, which can be turned off', () => {
    const { workspace } = openFixture(`${source}//- /connref.json\n{ "ruels": {} }`);
    const offered = suppressionsFor(workspace, workspace.findingsOf('/connref.json'), english);
    assert.deepEqual(
      offered.map(({ title }) => title),
      ["Turn 'invalid-configuration' off in connref.json"],
    );
  });

  describe('by comments', () => {
    const customizations = '/src/Other/Customizations.xml';
    const declared = customizationsXml(
      { name: 'contoso_a', connector: 'shared_teams', title: 'Same' },
      { name: 'contoso_b', connector: 'shared_teams', title: 'Same' },
    );
    const declaring = `
//- /src/Other/Solution.xml
${solutionXml('Contoso')}
//- ${customizations}
${declared}
//- /src/Workflows/A.json
{ "properties": { "connectionReferences": {}, "definition": {} } }
`;

    it('stand above the line, and several above one line all count', () => {
      const { workspace } = openFixture(declaring);
      const all = rulesOf(workspace, customizations);
      assert.ok(new Set(all).size > 1, all.join(', '));
      for (let left = all.length; left > 0; left--) {
        const [rule = ''] = rulesOf(workspace, customizations);
        const text = apply(workspace, suppressFirst(workspace, customizations, 'comment', rule));
        assert.ok(text.includes(`\n  <!-- connref-disable-next-line ${rule}: Goes next year -->\n  <`), text);
        assert.equal(rulesOf(workspace, customizations).length, left - 1, text);
      }
      // Nothing is said of unused comments either.
      assert.deepEqual(workspace.findingsOf(customizations), []);
    });

    it('need a line of their own', () => {
      const { workspace } = openFixture(declaring.replaceAll(/\n {2}<connectionreference /g, '<connectionreference '));
      const change = suppressFirst(workspace, customizations, 'comment', 'unused-connection-reference');
      assert.match(refusalOf(change), /needs a line of its own/);
    });
  });
});

describe('a first configuration', () => {
  it('holds the environments of the workspace, and changes no finding', () => {
    const workspace = openContoso();
    const file = `${contosoFolder}/connref.json`;
    const told = (): string[] =>
      [...workspace.snapshot.files.keys()].flatMap((each) =>
        workspace.findingsOf(each).map(({ rule, message, severity }) => `${each} ${severity} ${rule.id} ${message}`),
      );
    const before = told();
    const text = starterConfiguration(workspace.snapshot, file);
    const found = [...new Set(workspace.snapshot.settings.map(({ environment }) => environment))].sort();
    workspace.setOpenText(file, { text, version: 1 });
    assert.deepEqual(told(), before);
    const facts = extractConfiguration(text);
    assert.deepEqual([facts.problems, facts.issues], [[], []]);
    assert.deepEqual(
      facts.environments.map(({ name }) => name),
      found,
    );
  });

  it('can be completed by taking the comments out', () => {
    const text = starterConfiguration(openContoso().snapshot, `${contosoFolder}/connref.json`);
    const off = rules.filter(({ severity }) => severity === 'off').map(({ id }) => id);
    const facts = extractConfiguration(text.replace(/^( *)\/\/ ("[\w-]+": .*,)$/gm, '$1$2'));
    assert.deepEqual([facts.problems, facts.issues], [[], []]);
    assert.deepEqual(
      facts.rules.map(({ rule }) => rule),
      off,
    );
    assert.deepEqual(facts.exclude, ['archive/**']);
  });
});
