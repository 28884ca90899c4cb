import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, waitFor } from './helpers';

describe('the extension', () => {
  const extension = (): vscode.Extension<unknown> => {
    const found = vscode.extensions.getExtension(extensionId);
    assert.ok(found, 'Connref is not installed.');
    return found;
  };

  it('is installed from its package', () => {
    const { packageJSON } = extension() as { readonly packageJSON: { readonly main: string } };
    assert.equal(packageJSON.main, './dist/extension.js');
  });

  it('activates', async () => {
    await extension().activate();
    await waitFor(() => extension().isActive, 'the extension to be active');
  });
});
