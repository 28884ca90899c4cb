import assert from 'node:assert/strict';
import { FileUris } from '../../src/lsp/uris';

describe('file names and URIs', () => {
  const cases: readonly (readonly [uri: string, file: string])[] = [
    ['file:///repo/a%20b/x.json', '/repo/a b/x.json'],
    ['file:///repo/%5BContent_Types%5D.xml', '/repo/[Content_Types].xml'],
    ['file:///repo/M%C3%BCnchen.json', '/repo/München.json'],
    ['file:///C%3A/Repo/X.json', 'c:/Repo/X.json'],
    ['file:///c:/Repo/X.json', 'c:/Repo/X.json'],
    ['file://server/share/x.json', '//server/share/x.json'],
    ['file:///repo/', '/repo'],
    ['file:///', '/'],
    ['vscode-vfs://github/o/r/a%20b/x.json', 'vscode-vfs://github/o/r/a b/x.json'],
    ['vscode-vfs://github%2B7b22/o/r/', 'vscode-vfs://github+7b22/o/r'],
    ['memfs:/r/x.json', 'memfs:///r/x.json'],
    ['memfs:/', 'memfs:///'],
    ['git:/r/x.json?%7B%22ref%22%3A%22~%22%7D', 'git:/r/x.json?{"ref":"~"}'],
  ];
  for (const [uri, file] of cases) {
    it(`${uri} is ${file}, and back as it was written`, () => {
      const uris = new FileUris();
      assert.equal(uris.fileOf(uri), file);
      assert.equal(uris.uriOf(file), uri);
    });
  }

  it('are made as VS Code writes them for files that no client has named', () => {
    const uris = new FileUris();
    assert.equal(uris.uriOf('/repo/[1] (a).json'), 'file:///repo/%5B1%5D%20%28a%29.json');
    assert.equal(uris.uriOf('c:/Repo/X.json'), 'file:///c%3A/Repo/X.json');
    assert.equal(uris.uriOf('//server/share/x.json'), 'file://server/share/x.json');
    assert.equal(
      uris.uriOf('vscode-vfs://github+7b22/o/r/[1] #.json'),
      'vscode-vfs://github%2B7b22/o/r/%5B1%5D%20%23.json',
    );
    assert.equal(uris.uriOf('memfs:///r/x.json'), 'memfs:/r/x.json');
  });
});
