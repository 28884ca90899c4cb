/** The layers of `server/src`: imports point down only, and below `host/` nothing touches the outside world. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { builtinModules } from 'node:module';

const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  syntax: ['base'],
  model: ['base', 'syntax'],
  project: ['base', 'syntax', 'model'],
  refactor: ['base', 'syntax', 'model', 'project'],
  rules: ['base', 'syntax', 'model', 'project', 'refactor'],
  features: ['base', 'syntax', 'model', 'project', 'refactor', 'rules'],
  host: ['base', 'syntax', 'model', 'project', 'refactor', 'rules', 'features'],
  lsp: ['base', 'syntax', 'model', 'project', 'refactor', 'rules', 'features', 'host'],
  cli: ['base', 'syntax', 'model', 'project', 'refactor', 'rules', 'features', 'host'],
};
const pureLayers = ['base', 'syntax', 'model', 'project', 'refactor', 'rules', 'features'];
/** Packages that a layer may use: parsers in `syntax/`, the protocol in `lsp/`. */
const packages: Readonly<Record<string, readonly string[]>> = {
  syntax: ['jsonc-parser', 'saxes', 'yaml'],
  model: ['jsonc-parser'],
  project: ['picomatch'],
  features: ['@dagrejs/dagre'],
  host: ['fflate'],
  cli: ['diff'],
  lsp: ['vscode-languageserver', 'vscode-languageserver-types', 'vscode-languageserver-textdocument', 'vscode-uri'],
};

const source = path.resolve('server/src');
const files = fs.readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('layers of the server', () => {
  it('are all known', () => {
    assert.deepEqual(
      fs.readdirSync(source).filter((name) => !(name in mayImport)),
      [],
    );
    assert.ok(files.length > 40, 'the test found the sources');
  });

  for (const file of files) {
    const layer = file.split(path.sep)[0] ?? '';
    const text = fs.readFileSync(path.join(source, file), 'utf8');
    it(`${file} imports only what its layer may`, () => {
      assert.deepEqual(
        importsOf(text).flatMap((specifier) => whyWrong(file, layer, specifier)),
        [],
      );
    });
    if (pureLayers.includes(layer)) {
      it(`${file} has no clock, no log and no state of the module`, () => {
        assert.deepEqual(
          /\b(Date\.now|new Date\(|performance\.|console\.|process\.|setTimeout|setImmediate)/.exec(text),
          null,
        );
        assert.deepEqual(/^(export )?(let|var) /m.exec(text), null);
      });
    }
  }
});

describe('the client', () => {
  const client = path.resolve('client/src');
  const clientFiles = fs
    .readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'));
  for (const file of clientFiles) {
    it(`${file} shares nothing with the server but the types of the protocol`, () => {
      const text = fs.readFileSync(path.join(client, file), 'utf8');
      const fromServer = importsOf(text).filter((specifier) => specifier.includes('server/src'));
      assert.deepEqual(
        fromServer.filter((specifier) => !specifier.endsWith('server/src/lsp/protocol')),
        [],
      );
    });
  }
});

describe('the pages', () => {
  const pages = path.resolve('client/webview');
  const pageFiles = fs.readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  /** Besides types: texts, and features that are pure. */
  const isAllowed = (specifier: string): boolean =>
    /^(\.|\.\.\/shared)\/[\w-]+$|\/server\/src\/(base\/l10n|features\/(graph|matrix)\w*|lsp\/protocol)$|\/src\/(graph|matrix)\/messages$/.test(
      specifier,
    );
  for (const file of pageFiles) {
    it(`${file} imports neither VS Code nor Node`, () => {
      const text = fs.readFileSync(path.join(pages, file), 'utf8');
      assert.deepEqual(
        importsOf(text).filter((specifier) => !isAllowed(specifier)),
        [],
      );
    });
  }
});

function importsOf(text: string): string[] {
  return Array.from(text.matchAll(/(?:from|import|require\()\s*'([^']+)'/g), ([, specifier]) => specifier ?? '');
}

function whyWrong(file: string, layer: string, specifier: string): string[] {
  // The version that the command line tells.
  if (layer === 'cli' && specifier.endsWith('/package.json')) return [];
  if (specifier.startsWith('.')) {
    const target = path.relative(source, path.resolve(source, path.dirname(file), specifier)).split(path.sep)[0] ?? '';
    const isAllowed = target === layer || (mayImport[layer] ?? []).includes(target);
    return isAllowed ? [] : [`${layer} must not import ${specifier}`];
  }
  const name = specifier.replace(/^node:/, '');
  if (builtinModules.includes(name)) return pureLayers.includes(layer) ? [`${layer} must not import ${specifier}`] : [];
  const isAllowed = (packages[layer] ?? []).some((known) => specifier === known || specifier.startsWith(`${known}/`));
  return isAllowed ? [] : [`${layer} must not import the package ${specifier}`];
}
