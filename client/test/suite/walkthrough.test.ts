import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { extensionId } from './helpers';

interface Manifest {
  readonly capabilities: Readonly<
    Record<string, { readonly supported: boolean | string; readonly description?: string }>
  >;
  readonly contributes: {
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: Readonly<Record<string, string>>;
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

/** That it opens is tested before a window. */
describe('the walkthrough', () => {
  const extension = (): vscode.Extension<unknown> => {
    const found = vscode.extensions.getExtension(extensionId);
    assert.ok(found, 'Connref is not installed.');
    return found;
  };
  const manifest = (): Manifest => extension().packageJSON as Manifest;

  it('has its pictures in the package, and leads to commands that there are', async () => {
    const commands = new Set(await vscode.commands.getCommands());
    const [walkthrough, ...others] = manifest().contributes.walkthroughs;
    assert.ok(walkthrough && others.length === 0);
    for (const { description, media, completionEvents } of walkthrough.steps) {
      const { altText = '', ...files } = media;
      assert.ok(altText.length > 10, altText);
      for (const file of Object.values(files)) assert.ok(existsSync(path.join(extension().extensionPath, file)), file);
      const linked = [...description.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command ?? '');
      assert.ok(linked.length > 0, description);
      const awaited = completionEvents.flatMap((event) => /^onCommand:(.+)/.exec(event)?.slice(1) ?? []);
      for (const command of [...linked, ...awaited]) assert.ok(commands.has(command), command);
    }
  });

  it('says that it works in workspaces that are not trusted, and in those on no disk', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest().capabilities;
    assert.equal(untrustedWorkspaces?.supported, true);
    assert.equal(virtualWorkspaces, true);
  });
});
