/** What "Go to Definition" and its neighbours show in VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findFile, positionOf, waitFor } from './helpers';

const notifyNewHire = 'NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json';
const offboarding = 'OffboardingChecklist-07F69D87-0239-4DBE-9FC6-121E980B5179.json';
const logEvent = 'LogAutomationEvent-0EF8C509-91AA-4BBE-A80E-0988A0B6613D.json';

describe('navigation', () => {
  const open = async (name: string): Promise<vscode.TextDocument> =>
    vscode.workspace.openTextDocument(await findFile(name));

  const textAt = async (uri: vscode.Uri, range: vscode.Range): Promise<string> =>
    (await vscode.workspace.openTextDocument(uri)).getText(range);

  it('goes from a logical name to its declaration', async () => {
    const document = await open(notifyNewHire);
    const [link, ...others] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, 'contoso_sharedoffice365_1a2b3', 3),
    );
    assert.deepEqual(others, []);
    assert.ok(link?.originSelectionRange && link.targetSelectionRange);
    assert.match(link.targetUri.path, /ContosoHR\/src\/Other\/Customizations\.xml$/);
    assert.equal(await textAt(link.targetUri, link.targetSelectionRange), 'contoso_sharedoffice365_1a2b3');
    assert.equal(document.getText(link.originSelectionRange), 'contoso_sharedoffice365_1a2b3');
  });

  it('finds what uses a reference: flows and settings, but no other names', async () => {
    const customizations = await open('ContosoHR/src/Other/Customizations.xml');
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      customizations.uri,
      positionOf(customizations, 'contoso_sharedoffice365_1a2b3', 3),
    );
    const texts = new Set(await Promise.all(found.map(({ uri, range }) => textAt(uri, range))));
    assert.deepEqual([...texts], ['contoso_sharedoffice365_1a2b3']);
    const files = found.map(({ uri }) => uri.path);
    for (const end of [
      notifyNewHire,
      'settings/test.json',
      'settings/prod.json',
      'ContosoHR/src/Other/Customizations.xml',
    ]) {
      assert.ok(
        files.some((file) => file.endsWith(end)),
        `Nothing in ${end}`,
      );
    }
  });

  it('finds references of the workspace by their display name', async () => {
    const found = await waitFor(async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'HR – Outlook – Service',
      );
      return symbols.length > 0 && symbols;
    }, 'a symbol');
    assert.deepEqual(
      found.map(({ name, containerName }) => [name, containerName]),
      [['HR – Outlook – Service', 'contoso_sharedoffice365_1a2b3 · ContosoHR']],
    );
  });

  it('grows a selection through an expression, and on through what VS Code knows of JSON', async () => {
    const document = await open('ExpenseReportReminder-F70CA1D5-8BF8-44EA-8A96-231376F658B0.json');
    const cursor = positionOf(document, "@outputs('Get_cost_centre')?['body/Controller']", "@outputs('Get".length);
    const steps = await waitFor(async () => {
      const [innermost] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [cursor],
      );
      const texts: string[] = [];
      for (let at = innermost; at; at = at.parent) texts.push(document.getText(at.range));
      return texts.includes("outputs('Get_cost_centre')") && texts;
    }, 'the steps of both');
    const expected = [
      'Get_cost_centre',
      "'Get_cost_centre'",
      "outputs('Get_cost_centre')",
      "outputs('Get_cost_centre')?['body/Controller']",
      "@outputs('Get_cost_centre')?['body/Controller']",
      `"@outputs('Get_cost_centre')?['body/Controller']"`,
      `"emailMessage/Cc": "@outputs('Get_cost_centre')?['body/Controller']"`,
    ];
    assert.deepEqual(
      steps.filter((step) => expected.includes(step)),
      expected,
    );
    assert.equal(new Set(steps).size, steps.length, 'each step takes in more');
    assert.equal(steps.at(-1)?.trim(), document.getText().trim());
  });

  it('shows which flows call a child flow', async () => {
    const document = await open(logEvent);
    const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      new vscode.Position(0, 0),
    );
    assert.equal(item?.name, 'Log automation event');
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.deepEqual(calls.map(({ from }) => from.uri.path.split('/').at(-1)).sort(), [notifyNewHire, offboarding]);
  });

  it('outlines XML, and flows only where somebody wants a second outline', async () => {
    const outline = async (document: vscode.TextDocument): Promise<readonly string[]> => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return (symbols ?? []).map(({ name }) => name);
    };
    const customizations = await open('ContosoHR/src/Other/Customizations.xml');
    assert.ok((await outline(customizations)).includes('HR – Outlook – Service'));
    const flow = await open(notifyNewHire);
    const settings = vscode.workspace.getConfiguration('connref');
    assert.ok(!(await outline(flow)).includes('Actions'));
    await settings.update('outline.json', true, vscode.ConfigurationTarget.Global);
    try {
      assert.ok((await outline(flow)).includes('Actions'));
    } finally {
      await settings.update('outline.json', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
