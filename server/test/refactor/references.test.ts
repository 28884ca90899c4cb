import assert from 'node:assert/strict';
import type { RefactorRequest } from '../../src/refactor/request';
import { Draft } from '../../src/refactor/draft';
import { customizationsXml, flowText, openFixture, solutionXml, textsAfter } from '../engine';
import { checkChange, checkRefusal, planned, reasonsOf } from './change';

const flowOf = (name: string): string =>
  `//- /Workflows/A.json\n${flowText(`{ "teams": { "connection": { "connectionReferenceLogicalName": "${name}" }, "api": { "name": "shared_teams" } } }`)}\n`;

const teams = { name: 'hr_teams', connector: 'shared_teams', title: 'Teams' };
const sql = { name: 'hr_sql', connector: 'shared_sql', title: 'SQL' };
const file = '//- /Other/Customizations.xml\n';

describe('removing references', () => {
  const remove = (...references: string[]): RefactorRequest => ({ kind: 'remove-references', references });
  it('is refused for what is used, with the users', () => {
    const app =
      '//- /CanvasApps/x.meta.xml\n<CanvasApp><DisplayName>Desk</DisplayName><ConnectionReferences>{"1":{"id":"/providers/microsoft.powerapps/apis/shared_teams","xrmConnectionReferenceLogicalName":"HR_teams"}}</ConnectionReferences></CanvasApp>\n';
    const source = `${file}${customizationsXml(teams, sql)}\n${flowOf('hr_teams')}${app}`;
    checkRefusal(
      source,
      remove('hr_teams'),
      /^'hr_teams' is used by the flow 'A', the app 'Desk', so it can't be removed\.$/,
    );
    checkRefusal(source, remove('hr_sql', 'nobody'), /No solution here declares 'nobody'/);
    const change = planned(source, remove('hr_teams', 'hr_sql'));
    assert.deepEqual(reasonsOf(change), [
      "'hr_teams' is used by the flow 'A', the app 'Desk', so it can't be removed.",
    ]);
    assert.equal(change.files.length, 1);
  });
});

describe('removing unused references', () => {
  const request: RefactorRequest = { kind: 'remove-unused', what: ['references'] };

  it('removes nothing where nobody can tell', () => {
    // Without flows, a solution may bring references for others; a broken flow may use any.
    assert.deepEqual(planned(`${file}${customizationsXml(teams)}\n`, request).files, []);
    const broken = `${file}${customizationsXml(teams, sql)}\n//- /Workflows/A.json\n{ "properties": { "definition": {} }\n`;
    assert.deepEqual(planned(broken, request).files, []);
  });

  it('has nothing to do in a flow', () => {
    const source = `${file}${customizationsXml(sql)}\n${flowOf('hr_teams')}`;
    assert.deepEqual(planned(source, { ...request, file: '/Workflows/A.json' }).files, []);
  });
});

describe('renaming a display name', () => {
  const rename = (displayName: string, reference = 'hr_teams'): RefactorRequest => ({
    kind: 'rename-display',
    reference,
    displayName,
  });

  it('changes it in one solution where only that one is meant', () => {
    const solution = (name: string, title: string): string =>
      `//- /${name}/Other/Customizations.xml\n${customizationsXml(sql, { ...teams, title })}\n`;
    const solutions = ['Hr', 'It'].map((name) => `//- /${name}/Other/Solution.xml\n${solutionXml(name)}\n`).join('');
    checkChange(
      solutions + solution('Hr', 'Teams') + solution('It', 'Chat'),
      { ...rename('Talk'), file: '/It/Other/Solution.xml' } as RefactorRequest,
      solution('It', 'Talk'),
    );
  });

  it('fills one that is empty', () => {
    const titled = (name: string): string =>
      `${file}<ImportExportXml>\n  <connectionreferences>\n    <connectionreference connectionreferencelogicalname="hr_teams">\n      ${name}\n    </connectionreference>\n  </connectionreferences>\n</ImportExportXml>\n`;
    checkChange(
      titled('<connectionreferencedisplayname />'),
      rename('Talk'),
      titled('<connectionreferencedisplayname>Talk</connectionreferencedisplayname>'),
    );
  });

  it('is refused for a name that another one has, and for an unknown reference', () => {
    const source = `${file}${customizationsXml(teams, sql)}\n`;
    checkRefusal(source, rename('sql'), /'hr_sql' of Fixture has the display name 'sql' already/);
    checkRefusal(source, rename(''), /needs a display name/);
    checkRefusal(source, rename('x', 'y'), /No solution here declares 'y'/);
    checkChange(source, rename('teams'), `${file}${customizationsXml({ ...teams, title: 'teams' }, sql)}\n`);
  });
});

describe('naming by the template', () => {
  const configuration = (naming: string): string => `//- /connref.json\n{ "naming": ${naming} }\n`;
  const request: RefactorRequest = { kind: 'apply-naming' };
  const titled = (...titles: readonly string[]): string =>
    `${file}${customizationsXml(...titles.map((title, i) => ({ name: `hr_${i}`, connector: 'shared_teams', title })))}\n`;

  it('leaves what nothing tells, and what would not be unique', () => {
    const change = planned(titled('Chat', 'Chat 2') + configuration('{ "template": "{connector} ({type})" }'), request);
    assert.deepEqual(reasonsOf(change), [
      "'Chat' stays: nothing tells its {type}.",
      "'Chat 2' stays: nothing tells its {type}.",
    ]);
    const again = planned(titled('Chat', 'Chat 2') + configuration('{ "template": "CR {connector}" }'), request);
    assert.deepEqual(reasonsOf(again), ["'Chat 2' stays: 'CR Microsoft Teams' is another reference."]);
    assert.equal(again.files.length, 1);
    const pattern = planned(titled('Chat') + configuration('{ "template": "{connector}", "pattern": "X.*" }'), request);
    assert.deepEqual(reasonsOf(pattern), ["'Chat' stays: 'Microsoft Teams' does not match the pattern X.*."]);
  });

  it('is refused without a template', () => {
    checkRefusal(titled('Chat'), request, /No naming is configured/);
  });
});

describe('fixes of declarations', () => {
  /** The titles of the fixes for the first finding of a rule. */
  const titles = (source: string, rule: string): string[] => {
    const { workspace } = openFixture(source);
    const findings = [...workspace.snapshot.files.keys()].flatMap((one) => workspace.findingsOf(one));
    return (
      findings
        .find((finding) => finding.rule.id === rule)
        ?.fixes?.()
        .map(({ title }) => title) ?? []
    );
  };

  it('correct or declare a name that nobody declares', () => {
    assert.deepEqual(
      titles(`${file}${customizationsXml(teams)}\n${flowOf('hr_team')}`, 'undeclared-connection-reference'),
      ["Write 'hr_teams'", "Declare 'hr_team' in Fixture"],
    );
  });

  it('rename what has a name twice', () => {
    const source = `${file}${customizationsXml(teams, { ...sql, title: 'Teams' })}\n`;
    assert.deepEqual(titles(source, 'display-name-not-unique'), ["Rename to 'Fixture – SQL Server'"]);
  });

  it('remove what nothing uses', () => {
    const source = `${file}${customizationsXml(teams, sql)}\n${flowOf('hr_teams')}`;
    assert.deepEqual(titles(source, 'unused-connection-reference'), ["Remove 'hr_sql'"]);
    assert.deepEqual(
      titles(
        `${source}//- /p.json\n{"ConnectionReferences":[{"LogicalName":"hr_sql"}]}\n`,
        'unused-connection-reference',
      ),
      ["Remove 'hr_sql' here and in the settings files"],
    );
  });

  it('leave no finding behind, whichever is chosen', () => {
    const base = `//- /Base/Other/Solution.xml\n${solutionXml('Base')}\n//- /Base/Other/Customizations.xml\n${customizationsXml(teams)}\n`;
    const hr = `//- /Hr/Other/Solution.xml\n${solutionXml('Hr')}\n//- /Hr/Other/Customizations.xml\n${customizationsXml(sql)}\n${flowOf('hr_teams').replace('/Workflows', '/Hr/Workflows')}`;
    expectGone('reference-in-another-solution', base + hr, ['/Hr/Other/Customizations.xml']);
    const undeclared = `${file}${customizationsXml(teams)}\n${flowOf('hr_team')}`;
    expectGone('undeclared-connection-reference', undeclared, ['/Workflows/A.json'], ['/Other/Customizations.xml']);
    const unused = `${file}${customizationsXml(teams, sql)}\n${flowOf('hr_teams')}//- /p.json\n{"ConnectionReferences":[{"LogicalName":"hr_sql"},{"LogicalName":"hr_teams"}]}\n`;
    expectGone('unused-connection-reference', unused, ['/Other/Customizations.xml', '/p.json']);
    const twice = `${file}${customizationsXml(teams, { ...sql, title: 'Teams' })}\n`;
    expectGone('display-name-not-unique', twice, ['/Other/Customizations.xml']);
  });

  it('are none in a managed solution', () => {
    const managed = (name: string): string =>
      `//- /Other/Solution.xml\n${solutionXml(name).replace('<Managed>0', '<Managed>1')}\n`;
    const source = `${managed('Hr')}${file}${customizationsXml(teams, { ...sql, title: 'Teams' })}\n${flowOf('hr_x')}`;
    for (const rule of ['undeclared-connection-reference', 'unused-connection-reference', 'display-name-not-unique']) {
      assert.deepEqual(titles(source, rule), []);
    }
  });
});

/** @param changed the files that each of the fixes changes. */
function expectGone(rule: string, source: string, ...changed: readonly (readonly string[])[]): void {
  changed.forEach((files, index) => {
    const { workspace } = openFixture(source);
    const find = () =>
      [...workspace.snapshot.files.keys()]
        .flatMap((one) => workspace.findingsOf(one))
        .find((finding) => finding.rule.id === rule);
    const fix = find()?.fixes?.()[index];
    assert.ok(fix, rule);
    const draft = new Draft(workspace.snapshot, workspace.documents);
    fix.apply(draft);
    const texts = textsAfter(workspace, draft.finish(fix.title));
    assert.deepEqual([...texts.keys()], files);
    for (const [name, text = ''] of texts) workspace.setOpenText(name, { text, version: 1 });
    assert.equal(find(), undefined, fix.title);
  });
}
