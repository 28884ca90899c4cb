/** Completion, code lenses and inlay hints in a real VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findFile, openFile, positionOf, revert, waitFor, workspaceFolder } from './helpers';

const flow = 'NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json';

const completeAt = async (
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> => {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    undefined,
    5,
  );
  return list.items;
};
const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);
const name = (text: string): string => text.replace(/^"|"$/g, '');

describe('completion', () => {
  it('offers connection references that fit, with their card', async () => {
    const { document } = await openFile(await findFile(flow));
    const items = await waitFor(async () => {
      const found = await completeAt(document, positionOf(document, 'contoso_sharedoffice365_1a2b3', 3));
      return found.some((item) => labelOf(item) === 'contoso_sharedoffice365_1a2b3') && found;
    }, 'the completions');
    const [item] = items.filter((one) => labelOf(one) === 'contoso_sharedoffice365_1a2b3');
    assert.ok(item?.documentation instanceof vscode.MarkdownString);
    assert.match(item.documentation.value, /HR – Outlook – Service/);
    assert.ok(!items.some((one) => labelOf(one).includes('planner')), 'other connectors fit not');
  });

  it('offers keys in a step', async () => {
    const { document } = await openFile(await findFile(flow));
    const position = positionOf(document, '"connectionName": "', '"connectionName": "'.length);
    const labels = (await completeAt(document, position)).map(labelOf);
    assert.ok(labels.includes('shared_office365'), labels.join(', '));
    // VS Code itself would offer the same name in quotes.
    assert.deepEqual(labels.map(name), [...new Set(labels.map(name))]);
  });

  it('knows of connref.json what the schema does not, and nothing twice', async () => {
    const file = vscode.Uri.joinPath(workspaceFolder(), 'typing.connref.json');
    const text = '{ "environments": [{ "name": "", "files": "" }], "suppressions": [{ "rule": "" }], "rules": {  } }\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    try {
      const { document } = await openFile(file);
      const labelsIn = async (search: string): Promise<string[]> =>
        (await completeAt(document, positionOf(document, search, search.length))).map(labelOf).map(name);
      const environments = await waitFor(async () => {
        const labels = await labelsIn('"name": "');
        return labels.includes('prod') && labels;
      }, 'the environments');
      assert.deepEqual(environments, [...new Set(environments)]);
      assert.ok((await labelsIn('"files": "')).includes('settings/prod.json'));
      // From the schema that the extension contributes.
      assert.ok((await labelsIn('"rule": "')).includes('unused-connection-key'));
      assert.ok((await labelsIn('"rules": { ')).includes('unused-connection-key'));
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(file);
    }
  });
});

describe('code lenses and inlay hints', () => {
  const lensesOf = async (file: vscode.Uri): Promise<vscode.CodeLens[]> =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', file, 100);

  it('tell what uses a declaration, and show it on a click', async () => {
    const file = (await vscode.workspace.findFiles('**/ContosoHR/**/Customizations.xml'))[0];
    assert.ok(file);
    await openFile(file);
    const lens = await waitFor(
      async () => (await lensesOf(file)).find(({ command }) => command?.title.startsWith('Used by 4 flows (9 steps)')),
      'the lens',
    );
    assert.equal(lens.command?.command, 'connref.showPlaces');
    await vscode.commands.executeCommand(lens.command.command, ...((lens.command.arguments ?? []) as unknown[]));
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('can be turned off, each kind by its setting', async () => {
    const file = (await vscode.workspace.findFiles('**/ContosoHR/**/Customizations.xml'))[0];
    assert.ok(file);
    await openFile(file);
    const settings = vscode.workspace.getConfiguration('connref');
    const kinds = async (): Promise<string> => {
      const titles = (await lensesOf(file)).flatMap(({ command }) => command?.title ?? []);
      return [...new Set(titles.map((title) => title.split(' ')[0]))].sort().join();
    };
    await waitFor(async () => (await kinds()) === 'Not,Used', 'both kinds');
    try {
      await settings.update('codeLens.uses', false, vscode.ConfigurationTarget.Global);
      await waitFor(async () => (await kinds()) === 'Not', 'the other kind alone');
    } finally {
      await settings.update('codeLens.uses', undefined, vscode.ConfigurationTarget.Global);
    }
    await waitFor(async () => (await kinds()) === 'Not,Used', 'both kinds again');
  });

  it('show display names beside logical names', async () => {
    const { document } = await openFile(await findFile(flow));
    const range = new vscode.Range(0, 0, document.lineCount, 0);
    const hint = await waitFor(async () => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        range,
      );
      const at = positionOf(document, 'contoso_sharedoffice365_1a2b3"', 'contoso_sharedoffice365_1a2b3"'.length);
      return hints.find(({ position }) => position.isEqual(at));
    }, 'the hint');
    const [part] = hint.label as vscode.InlayHintLabelPart[];
    assert.equal(part?.value, 'HR – Outlook – Service');
    assert.match(part.location?.uri.path ?? '', /Customizations\.xml$/);
    await revert(document);
  });
});
