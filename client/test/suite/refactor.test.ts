import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/api';
import type { RefactorRequest } from '../../../server/src/lsp/protocol';
import {
  acceptPreviewUntil,
  acceptProposal,
  codeActionsAt,
  extensionId,
  findFile,
  findingsOf,
  findNode,
  openFile,
  positionOf,
  revert,
  textsOf,
  waitFor,
} from './helpers';
import { KeptFiles } from './keptFiles';

const oldNotification = 'OldNotification-DAA283E7-66F6-4A33-A23D-55B072AD857D.json';
const notifyNewHire = 'NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json';

describe('refactorings', () => {
  const files = new KeptFiles();

  afterEach(async () => {
    await files.restore();
    const flow = await findFile(oldNotification);
    await waitFor(() => findingsOf(flow).length === 2, 'the findings as they were');
  });

  it('show their changes first, reach several files, and are undone in one step', async () => {
    const [customizations, flow, settings] = await files.keep(
      'ContosoHR/src/Other/Customizations.xml',
      notifyNewHire,
      'settings/test.json',
      'settings/prod.json',
    );
    assert.ok(customizations && flow && settings);
    const { document } = await openFile(flow);
    const request: RefactorRequest = { kind: 'rename', from: 'contoso_sharedteams_92c4d', to: 'contoso_teams' };
    let isMade = false;
    const change = vscode.commands.executeCommand('connref.refactor', request).then(() => (isMade = true));
    // As long as nobody accepts it, nothing happens.
    assert.equal(isMade, false);
    assert.deepEqual(await textsOf(...files.kept), files.before);
    await acceptPreviewUntil(change);
    const isRenamed = (text: string): boolean => text.includes('contoso_teams') && !text.includes(request.from);
    await waitFor(async () => (await textsOf(customizations, settings)).every(isRenamed), 'the new name on disk');
    assert.ok(isRenamed(document.getText()), 'the new name in the editor');

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await waitFor(() => document.getText() === files.before[1], 'the old name in the editor');
    const undone = await vscode.workspace.openTextDocument(customizations);
    await waitFor(() => undone.getText().includes(request.from), 'the old name in the other files');
    for (const one of [undone, await vscode.workspace.openTextDocument(settings)]) await one.save();
    await document.save();
  });

  it('create a connection reference by a dialog that the light bulb opens', async () => {
    const [customizations, flow, prod, test] = await files.keep(
      'ContosoHR/src/Other/Customizations.xml',
      oldNotification,
      'settings/prod.json',
      'settings/test.json',
    );
    assert.ok(customizations && flow && prod && test);
    const { document } = await openFile(flow);
    const range = new vscode.Range(
      positionOf(document, 'shared_office365', 3),
      positionOf(document, 'shared_office365', 3),
    );
    const title = 'Create connection reference…';
    const action = await waitFor(
      async () => (await codeActionsAt(flow, range)).find((one) => one.title === title),
      title,
    );
    assert.ok(action.command);
    const change = vscode.commands.executeCommand(
      action.command.command,
      ...((action.command.arguments ?? []) as unknown[]),
    );
    await acceptPreviewUntil(change, acceptProposal);

    const name = /"connectionReferenceLogicalName": "(contoso_sharedoffice365_[0-9a-f]{5})"/.exec(
      document.getText(),
    )?.[1];
    assert.ok(name !== undefined, document.getText().slice(0, 400));
    const isNamed = (text: string): boolean => text.includes(name);
    await waitFor(async () => (await textsOf(customizations, prod, test)).every(isNamed), 'the reference on disk');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('tell why they are refused, and change nothing', async () => {
    const [customizations] = await files.keep('ContosoHR/src/Other/Customizations.xml');
    assert.ok(customizations);
    const request: RefactorRequest = { kind: 'remove-references', references: ['contoso_sharedoffice365_1a2b3'] };
    await vscode.commands.executeCommand('connref.refactor', request);
    assert.deepEqual(await textsOf(customizations), files.before);
    // The message is shown in a notification: it can be put away.
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('start from a node of the tree', async () => {
    const [flow] = await files.keep(oldNotification);
    assert.ok(flow);
    const extension = vscode.extensions.getExtension<Api>(extensionId);
    assert.ok(extension);
    const node = await findNode(
      extension.exports,
      undefined,
      ({ kind, label, about }) => kind === 'flow' && label === 'Old notification' && about?.key === 'shared_office365',
    );
    assert.ok(node);
    await acceptPreviewUntil(vscode.commands.executeCommand('connref.convert', { node }));
    // VS Code may still know the text from the test before, and leaves it to people then to save it.
    const document = await vscode.workspace.openTextDocument(flow);
    await waitFor(() => document.getText().includes('contoso_sharedoffice365_1a2b3'), 'the reference');
    assert.equal(document.getText().includes('contoso_sharedteams'), false);
    if (document.isDirty) await revert(document);
  });
});
