/** What dialogs ask, what they make of the answers, and that leaving them leaves nothing. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Target } from '../../../server/src/lsp/protocol';
import type { Api } from '../../src/api';
import { asked, choose, goBack, leave, listed, tick, type } from './answers';
import {
  acceptPreviewUntil,
  activated,
  findFile,
  openFile,
  positionOf,
  textsOf,
  waitFor,
  waitForFinding,
} from './helpers';
import { KeptFiles } from './keptFiles';

const customizations = 'ContosoHR/src/Other/Customizations.xml';
const notifyNewHire = 'NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json';
const oldNotification = 'OldNotification-DAA283E7-66F6-4A33-A23D-55B072AD857D.json';
const approveLeave = 'ApproveLeaveRequest-B2B58676-78E3-4B3F-AC2C-048260F19F22.json';

const outlook = 'contoso_sharedoffice365_1a2b3';

describe('dialogs', () => {
  const files = new KeptFiles();
  let api: Api;

  before(async () => {
    api = await activated();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await files.restore();
  });

  const run = (command: string, target: Target = {}): Thenable<unknown> =>
    vscode.commands.executeCommand(`connref.${command}`, target);

  /** Keeps one file, and gives what it is named by in requests. */
  const keepOne = async (pathEnd: string): Promise<string> => {
    const [file] = await files.keep(pathEnd);
    assert.ok(file);
    return file.toString();
  };

  /** The texts of the kept files, in editors where they have not been saved. */
  const textsNow = async (): Promise<string[]> => {
    const texts: string[] = [];
    for (const uri of files.kept) texts.push((await vscode.workspace.openTextDocument(uri)).getText());
    return texts;
  };

  /** Those that they had; an editor's text has no byte order mark. */
  const textsBefore = (): string[] => files.before.map((text) => text.replace(/^\ufeff/, ''));

  const namesIn = (settings: string): string[] =>
    Array.from(settings.matchAll(/"LogicalName":\s*"([^"]*)"/g), ([, name = '']) => name);

  it('leave nothing behind when somebody leaves them, at whichever step', async () => {
    const file = await keepOne(oldNotification);
    const cases: readonly (readonly [string, Target, string])[] = [
      ['bind', {}, 'The connection reference'],
      ['copyBindings', {}, 'The environment whose entries'],
      ['createSettings', {}, 'The solutions that it is for'],
      ['updateSettings', {}, 'What is brought up to date'],
      ['declareReference', { reference: outlook }, 'The solution that is to declare'],
      ['renameDisplayName', { reference: outlook }, 'The new display name'],
      ['removeUnused', {}, 'What is to be removed'],
      ['useReference', { file, key: 'shared_teams' }, 'Which steps'],
      ['convert', { file, key: 'shared_teams' }, 'The reference to use'],
      ['createReference', { file, key: 'shared_teams' }, 'The display name'],
    ];
    for (const [command, target, question] of cases) {
      const done = run(command, target);
      await leave(api, question);
      await done;
    }
    assert.deepEqual(await textsOf(...files.kept), files.before);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
  });

  it('bind a reference: they show what each environment has, and the connections that it knows', async () => {
    await files.keep('settings/prod.json');
    const change = run('bind', { reference: outlook });
    assert.deepEqual(await listed(api, "The environment in which 'HR – Outlook – Service'"), [
      'prod | settings/prod.json | not bound',
      'test | settings/test.json | filled in by the pipeline',
    ]);
    await choose(api, 'The environment', 'test');
    // Enter would leave the token of the pipeline as it is.
    const question = await asked(api, 'Choose the connection in test');
    assert.ok('items' in question);
    assert.deepEqual(
      question.activeItems.map(({ label, description }) => [label, description]),
      [[`#{connectionreference.${outlook}}#`, 'as it is now']],
    );
    await goBack();
    await choose(api, 'The environment', 'prod');
    assert.deepEqual(await listed(api, 'Choose the connection in prod'), [
      '— Known in prod',
      'shared-office365-5b3a7447-c5b3-4cab-88b2-9a1fc17dfeb0 | used by Shared – Outlook',
      'shared-office365-7a136a62-2af9-4fec-9cc8-3f94a2a8d061 | used by Travel – Outlook – Service',
      '— ',
      'Leave empty | bind it later',
    ]);
    await choose(api, 'Choose the connection in prod', 'shared-office365-7a13');
    await acceptPreviewUntil(change);
    const [after] = await textsNow();
    const entry = `"LogicalName":  "${outlook}",\n                                     "ConnectionId":  "`;
    assert.equal(
      after,
      files.before[0]?.replace(entry, `${entry}shared-office365-7a136a62-2af9-4fec-9cc8-3f94a2a8d061`),
    );
  });

  it('copy the bindings of an environment, with their connections left empty', async () => {
    await files.keep('settings/prod.json', 'settings/test.json');
    const change = run('copyBindings');
    await choose(api, 'The environment whose entries', 'test');
    assert.deepEqual(await listed(api, 'The environment that gets them'), ['prod | settings/prod.json']);
    await choose(api, 'The environment that gets them');
    await acceptPreviewUntil(change);
    const [prod = '', test = ''] = await textsNow();
    const missing = namesIn(test).filter((name) => !namesIn(files.before[0] ?? '').includes(name));
    assert.deepEqual(new Set(namesIn(prod)), new Set([...namesIn(files.before[0] ?? ''), ...missing]));
    assert.equal(missing.length, 4);
    for (const name of missing) assert.match(prod, new RegExp(`"${name}",\\s*"ConnectionId": {2}"",`));
    assert.equal(test, files.before[1]);
  });

  it('bring one settings file up to date, and lead back from how to which', async () => {
    const [test, prod] = await files.keep('settings/test.json', 'settings/prod.json');
    assert.ok(test && prod);
    const [complete = ''] = files.before;
    const entry = /,\n {4}\{\n {6}"LogicalName": "contoso_sharedsql_c95a4"[^}]*\}/;
    await vscode.workspace.fs.writeFile(test, new TextEncoder().encode(complete.replace(entry, '')));
    await waitForFinding(test, 'settings-missing-reference');

    const change = run('updateSettings');
    assert.deepEqual(await listed(api, 'What is brought up to date'), [
      'All settings files | 2',
      'prod | settings/prod.json',
      'test | settings/test.json',
    ]);
    await choose(api, 'What is brought up to date', 'prod');
    await asked(api, 'What is done in settings/prod.json');
    await goBack();
    await choose(api, 'What is brought up to date', 'test');
    assert.deepEqual(
      (await listed(api, 'What is done in settings/test.json')).map((line) => line.split(' | ')[0]),
      ['Add what is missing', 'Add what is missing and remove what is stale'],
    );
    await choose(api, 'What is done in settings/test.json');
    await acceptPreviewUntil(change);
    const unbound = /("LogicalName": "contoso_sharedsql_c95a4",\s*"ConnectionId": ")[^"]*/;
    assert.deepEqual(await textsNow(), [complete.replace(unbound, '$1'), files.before[1]]);
  });

  it('make a settings file where the others are, and open it', async () => {
    const change = run('createSettings');
    await tick(api, 'The solutions that it is for', 'Contoso Travel');
    await type(api, 'The environment, such as', 'test');
    assert.equal((await asked(api, 'The file')).value, 'settings/test.json');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const question = await asked(api, 'The file');
    await waitFor(
      () => 'validationMessage' in question && question.validationMessage === 'This file is there already.',
      'the reason against it',
    );
    await goBack();
    await type(api, 'The environment, such as', 'uat');
    await choose(api, 'The file');
    try {
      await acceptPreviewUntil(change);
      const document = await waitFor(() => {
        const active = vscode.window.activeTextEditor?.document;
        return active?.uri.path.endsWith('/settings/uat.json') === true && active;
      }, 'the file in an editor');
      // What is not saved would outlive the file.
      await document.save();
      assert.deepEqual(namesIn(document.getText()), [
        'contoso_sharedoffice365_d40c8',
        'contoso_sharedsharepointonline_f8a19',
        'contoso_sharedteams_17e5b',
      ]);
    } finally {
      // A document outlives its file, and counts for what it holds.
      const document = vscode.window.activeTextEditor?.document;
      if (document?.uri.path.endsWith('/uat.json') === true) {
        const emptied = new vscode.WorkspaceEdit();
        emptied.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), '{}');
        await vscode.workspace.applyEdit(emptied);
        await document.save();
      }
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const made = vscode.Uri.joinPath(await findFile('settings/test.json'), '..', 'uat.json');
      await vscode.workspace.fs.delete(made);
    }
    await waitFor(async () => (await api.summary()).settingsFiles === 2, 'the settings files as they were');
  });

  it('declare a reference in another solution', async () => {
    await files.keep(customizations, 'settings/prod.json');
    const change = run('declareReference', { reference: 'contoso_sharedteams_0d9a2' });
    assert.deepEqual(await listed(api, "The solution that is to declare 'Shared – Teams' too"), [
      'Contoso HR | ContosoHR',
      'Contoso Travel | ContosoTravel',
    ]);
    await choose(api, 'The solution', 'Contoso HR');
    await acceptPreviewUntil(change);
    const [declared = '', prod = ''] = await textsNow();
    assert.match(
      declared,
      /"contoso_sharedsql_c95a4">(?:(?!<\/connectionreference>)[^])*<\/connectionreference>\s*<connectionreference connectionreferencelogicalname="contoso_sharedteams_0d9a2">\s*<connectionreferencedisplayname>Shared – Teams<\/connectionreferencedisplayname>/,
    );
    assert.ok(namesIn(prod).includes('contoso_sharedteams_0d9a2'));
  });

  it('let some steps use a reference of another solution, which is declared here too', async () => {
    const [flow, , other] = await files.keep(notifyNewHire, customizations, 'settings/prod.json');
    assert.ok(flow && other);
    const change = run('useReference', { file: flow.toString(), key: 'shared_commondataserviceforapps' });
    await choose(api, 'Which steps', 'Some steps');
    const steps = await listed(api, 'The steps');
    assert.ok(steps.includes('Get manager | Notify'), steps.join('\n'));
    await goBack();
    await choose(api, 'Which steps', 'Some steps');
    await tick(api, 'The steps', 'Get manager');
    const references = await listed(api, 'The reference to use');
    assert.equal(references[0], '— Of other solutions');
    assert.match(references[1] ?? '', /^Shared – Dataverse/);
    await choose(api, 'The reference to use', 'Shared – Dataverse');
    const title = "'Shared – Dataverse – Service Principal' belongs to ContosoBase";
    assert.deepEqual(await listed(api, title.slice(0, 20)), [
      'Declare it in ContosoHR too | ContosoHR can be imported without ContosoBase.',
      'Depend on ContosoBase | ContosoBase has to be imported first.',
    ]);
    await choose(api, title.slice(0, 20));
    await acceptPreviewUntil(change);
    const [text = '', declared = ''] = await textsNow();
    assert.match(text, /"shared_commondataserviceforapps_1": \{[^}]*"contoso_sharedcommondataserviceforapps_b41f7"/);
    assert.match(text, /"Get_manager": \{[^]*?"connectionName": "shared_commondataserviceforapps_1",/);
    assert.equal(text.split('"connectionName": "shared_commondataserviceforapps_1"').length, 2);
    assert.match(declared, /connectionreferencelogicalname="contoso_sharedcommondataserviceforapps_b41f7"/);
  });

  it('convert a connection: those that fit are offered, the own ones first', async () => {
    const file = await keepOne(oldNotification);
    const change = run('convert', { file, key: 'shared_teams' });
    const labels = (await listed(api, 'The reference to use')).map((line) => line.split(' | ')[0]);
    assert.deepEqual(labels, [
      '— Of the same solution',
      'HR – Teams – Onboarding Bot',
      'HR – Teams – Service',
      '— Of other solutions',
      'Shared – Teams',
      'Travel – Teams – Service',
      '— ',
      '$(add) Create connection reference…',
    ]);
    await choose(api, 'The reference to use', 'HR – Teams – Service');
    await acceptPreviewUntil(change);
    const [text = ''] = await textsNow();
    assert.equal(
      text,
      files.before[0]?.replace(
        /("shared_teams": \{\s*"runtimeSource": "embedded",\n(\s*)"connection": )\{\}/,
        '$1{\n$2  "connectionReferenceLogicalName": "contoso_sharedteams_92c4d"\n$2}',
      ),
    );
  });

  it('remove of what nothing uses only what is ticked', async () => {
    await files.keep(customizations, 'ContosoTravel/customizations.xml', 'settings/test.json', 'settings/prod.json');
    const change = run('removeUnused');
    const question = await asked(api, 'What is to be removed');
    assert.ok('selectedItems' in question);
    assert.equal(question.selectedItems.length, 3);
    await tick(api, 'What is to be removed', 'Connection references');
    await acceptPreviewUntil(change);
    const [hr = '', travel = '', test = '', prod = ''] = await textsNow();
    const isGone = (text: string): boolean => !/flowpush_88b0d|teams_17e5b/.test(text);
    assert.deepEqual([hr, travel, test, prod].map(isGone), [true, true, true, true]);
    // What is stale for another reason stays.
    assert.ok(prod.includes('contoso_sharedplanner_44d1e'));
  });

  it('apply no naming where none is configured, and say so without a question', async () => {
    await files.keep(customizations);
    await run('applyNaming');
    assert.equal(api.question(), undefined);
    assert.deepEqual(await textsOf(...files.kept), files.before);
  });

  it('rename a display name', async () => {
    await files.keep(customizations);
    const change = run('renameDisplayName', { reference: 'contoso_sharedsql_c95a4' });
    assert.equal((await asked(api, 'The new display name')).value, 'HR – SQL Server – Payroll');
    await type(api, 'The new display name', 'HR – Payroll');
    await acceptPreviewUntil(change);
    assert.deepEqual(await textsNow(), [textsBefore()[0]?.replace('HR – SQL Server – Payroll', 'HR – Payroll')]);
  });

  it('switch embedded and invoker, and say what choosing a key does', async () => {
    const file = await keepOne(approveLeave);
    const { document } = await openFile(vscode.Uri.parse(file));
    const change = run('switchRuntimeSource', { file });
    assert.deepEqual(
      (await listed(api, 'The connection key')).map((line) => line.split(' | ').at(-1)),
      [
        "run with the caller's connection (invoker)",
        "run with the owner's connection (embedded)",
        "run with the owner's connection (embedded)",
      ],
    );
    await choose(api, 'The connection key', 'shared_office365');
    await acceptPreviewUntil(change);
    assert.equal(
      document.getText(),
      textsBefore()[0]?.replace(/("shared_office365": \{\s*"runtimeSource": ")invoker/, '$1embedded'),
    );
  });

  it('merge keys that an unsaved editor has made alike', async () => {
    const file = await keepOne(notifyNewHire);
    const { document } = await openFile(vscode.Uri.parse(file));
    await run('mergeKeys', { file });
    assert.equal(api.question(), undefined);

    const typed = new vscode.WorkspaceEdit();
    const start = positionOf(document, 'contoso_sharedteams_b6e03');
    const range = new vscode.Range(start, start.translate(0, 'contoso_sharedteams_b6e03'.length));
    typed.replace(document.uri, range, 'contoso_sharedteams_92c4d');
    await vscode.workspace.applyEdit(typed);
    const alike = document.getText();
    const change = run('mergeKeys', { file });
    assert.deepEqual(await listed(api, 'The connection key'), [
      "shared_teams | Microsoft Teams · contoso_sharedteams_92c4d | instead of 'shared_teams_1'",
      "shared_teams_1 | Microsoft Teams · contoso_sharedteams_92c4d | instead of 'shared_teams'",
    ]);
    await choose(api, 'The connection key', 'shared_teams');
    await acceptPreviewUntil(change);
    const entry = /,\s*"shared_teams_1": \{[^{]*\{[^}]*\},[^}]*\}\s*\}/;
    assert.equal(document.getText(), alike.replace(entry, '').replaceAll('"shared_teams_1"', '"shared_teams"'));
    // One step back leads to what was typed.
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await waitFor(() => document.getText() === alike, 'the text as it was typed');
  });
});
