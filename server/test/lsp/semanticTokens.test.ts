/** Semantic tokens, as a client asks for them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SemanticTokens } from 'vscode-languageserver/node';
import { projectRoot } from '../cli/commandLine';
import type { TestClient } from './client';
import { flow, solution } from './samples';
import { serversOn } from './servers';

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  readonly contributes: { readonly semanticTokenTypes: readonly { readonly id: string }[] };
};
const file = '/src/Workflows/A.json';
const customizations = '/src/Other/Customizations.xml';
const source = solution('/src', 'HR', { hr_teams: 'shared_teams' }) + flow(file, { teams: 'hr_teams' });

describe('semantic tokens of the server', () => {
  const start = serversOn(source);
  let client: TestClient;

  beforeEach(async () => {
    client = await start();
  });

  /** Tokens as an editor reads them: `connectionKey.declaration teams`. */
  const tokensOf = async (name: string): Promise<string[]> => {
    const legend = client.initialized?.capabilities.semanticTokensProvider?.legend;
    assert.ok(legend);
    const { data } = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri: client.folder.uri(name) },
    });
    const lines = client.textOf(name).split(/\r?\n/);
    let [line, character] = [0, 0];
    return Array.from({ length: data.length / 5 }, (_, i) => {
      const [newLines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(i * 5, i * 5 + 5);
      line += newLines;
      character = newLines === 0 ? character + characters : characters;
      const names = [
        legend.tokenTypes[type] ?? '?',
        ...legend.tokenModifiers.filter((_modifier, bit) => (modifiers & (1 << bit)) !== 0),
      ];
      return `${names.join('.')} ${lines[line]?.slice(character, character + length) ?? ''}`;
    });
  };

  it('tell keys and logical names, and which are declared there', async () => {
    assert.deepEqual(await tokensOf(file), [
      'connectionKey.declaration teams',
      'connectionReference hr_teams',
      'connectionKey teams',
    ]);
    assert.deepEqual(await tokensOf(customizations), ['connectionReference.declaration hr_teams']);
  });

  it('have types that the manifest gives colours', () => {
    const { semanticTokenTypes } = manifest.contributes;
    const legend = client.initialized?.capabilities.semanticTokensProvider?.legend;
    assert.deepEqual(
      legend?.tokenTypes,
      semanticTokenTypes.map(({ id }) => id),
    );
  });

  it('follow what is typed', async () => {
    await client.open(file);
    await client.replace(file, '"teams": {', '\n"x": {}, "teams": {');
    await client.replace(file, 'hr_teams', 'hr_te');
    assert.deepEqual(await tokensOf(file), [
      'connectionKey.declaration x',
      'connectionKey.declaration teams',
      'connectionReference hr_te',
      'connectionKey teams',
    ]);
  });

  it('are none for a file that it does not know', async () => {
    assert.deepEqual(await tokensOf('/src/Other/Solution.xml'), []);
    client.folder.write('/package.json', '{}');
    assert.deepEqual(await tokensOf('/package.json'), []);
  });
});
