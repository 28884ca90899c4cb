import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { extensionId } from './helpers';

const programs = [
  'dist/connref.js',
  'dist/extension.js',
  'dist/graphSvg.js',
  'dist/program.cache',
  'dist/program.js',
  'dist/server.js',
  'dist/webview/graph.css',
  'dist/webview/graph.js',
  'dist/webview/matrix.css',
  'dist/webview/matrix.js',
];
const schemas = ['schemas/completed.schema.json', 'schemas/connref.schema.json'];
const pages = [
  'CHANGELOG.md',
  'LICENSE.txt',
  'NOTICE.md',
  'README.md',
  'images/icon.png',
  'l10n/bundle.l10n.json',
  'package.json',
  'package.nls.json',
];
const others = /^(docs\/rules\/[\w-]+\.md|images\/(icons|walkthrough)\/[\w-]+\.svg|syntaxes\/[\w.-]+\.json)$/;
/** A sign that something slipped in, not a goal. */
const mostBytes = 4_000_000;

describe('the package', () => {
  const folder = (): string => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, 'Connref is not installed.');
    return extension.extensionPath;
  };

  it('holds the programs, their pages, and nothing else', () => {
    const names = new Set([...programs, ...schemas, ...pages].map((name) => name.toLowerCase()));
    const held = filesOf(folder());
    const surprising = held.filter((file) => !names.has(file.toLowerCase()) && !others.test(file));
    assert.deepEqual(surprising, []);
    const missing = [...names].filter((name) => !held.some((file) => file.toLowerCase() === name));
    assert.deepEqual(missing, []);
  });

  it('is small', () => {
    const bytes = filesOf(folder()).reduce((sum, file) => sum + statSync(path.join(folder(), file)).size, 0);
    assert.ok(bytes < mostBytes, `It has ${bytes} bytes.`);
  });
});

/** Files of the folder, as paths with slashes, without the note that VS Code itself puts there. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.vsixmanifest')
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
