/** Definitions, references, highlights, links, symbols and call hierarchies, as a client asks for them. */
import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Location,
  LocationLink,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { flow, solution } from './samples';
import { serversOn } from './servers';

const guid = '0ef8c509-91aa-4bbe-a80e-0988a0b6613d';
const parent = '/src/Workflows/Parent.json';
const child = `/src/Workflows/Child-${guid}.json`;
const customizations = '/src/Other/Customizations.xml';
const configuration = '/connref.json';
const source = `${solution('/src', 'HR', { hr_teams: 'shared_teams' })}${flow(child, { shared_teams: 'HR_teams' })}
//- ${parent}
{
  "properties": {
    "connectionReferences": { "k": { "connection": { "connectionReferenceLogicalName": "hr_teams" }, "api": { "name": "shared_teams" } } },
    "definition": { "actions": {
      "Post": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "k" } } },
      "Run": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "${guid}" } } }
    } }
  }
}
//- ${configuration}
{ "extends": "base.connref.json", "rules": { "generated-name": "off" } }
//- /base.connref.json
{}
`;

describe('navigation', () => {
  const start = serversOn(source);

  const linkSupport = { textDocument: { definition: { linkSupport: true } } };

  it('tells all that it can', async () => {
    const { capabilities } = (await start()).initialized ?? { capabilities: undefined };
    assert.ok(capabilities?.definitionProvider);
    assert.ok(capabilities.referencesProvider);
    assert.ok(capabilities.documentHighlightProvider);
    assert.ok(capabilities.documentLinkProvider);
    assert.ok(capabilities.documentSymbolProvider);
    assert.ok(capabilities.workspaceSymbolProvider);
    assert.ok(capabilities.callHierarchyProvider);
  });

  it('gives a definition with the name that leads there, and with what to peek at', async () => {
    const client = await start(source, { capabilities: linkSupport });
    const [link, ...others] = await client.askAt<LocationLink[]>('textDocument/definition', parent, 'hr_teams');
    assert.deepEqual(others, []);
    assert.equal(link?.targetUri, client.folder.uri(customizations));
    assert.deepEqual(link.originSelectionRange, client.rangeOf(parent, 'hr_teams'));
    assert.deepEqual(link.targetSelectionRange, client.rangeOf(customizations, 'hr_teams'));
    assert.deepEqual(link.targetRange.start, client.rangeOf(customizations, '<connectionreference ').start);
    assert.deepEqual(link.targetRange.end, client.rangeOf(customizations, '</connectionreference>').end);
  });

  it('gives a plain place to a client that wants nothing else', async () => {
    const client = await start();
    const found = await client.askAt<Location[]>('textDocument/definition', parent, guid);
    assert.deepEqual(found, [{ uri: client.folder.uri(child), range: client.rangeOf(child, 'definition') }]);
  });

  it('knows what an editor shows', async () => {
    const client = await start();
    await client.open(parent);
    await client.replace(parent, '"k": {', '\n\n"key": {');
    await client.replace(parent, '"connectionName": "k"', '"connectionName": "key"');
    const line = client.rangeOf(parent, '"key": {').start.line;
    const found = await client.askAt<Location[]>('textDocument/definition', parent, 'key" } } }');
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [line],
    );
  });

  it('gives references, with the declaration or without', async () => {
    const client = await start();
    const ask = async (includeDeclaration: boolean): Promise<string[]> => {
      const more = { context: { includeDeclaration } };
      const found = await client.askAt<Location[]>('textDocument/references', customizations, 'hr_teams', more);
      return found.map(({ uri }) => client.folder.nameOf(uri));
    };
    assert.deepEqual(await ask(true), [customizations, child, parent]);
    assert.deepEqual(await ask(false), [child, parent]);
  });

  it('gives highlights, and none where editors mark words themselves', async () => {
    const client = await start();
    const found = await client.askAt<DocumentHighlight[]>('textDocument/documentHighlight', parent, 'k": {');
    assert.deepEqual(
      found.map(({ kind }) => kind),
      [3, 2],
    );
    assert.equal(await client.askAt('textDocument/documentHighlight', parent, 'properties'), null);
  });

  it('gives links to files and to the pages of rules', async () => {
    const client = await start(source, {
      initializationOptions: { documentationUri: 'https://contoso.example/{rule}' },
    });
    const found = await client.askAt<DocumentLink[]>('textDocument/documentLink', configuration, '{');
    assert.deepEqual(
      found.map(({ target }) => target),
      [client.folder.uri('/base.connref.json'), 'https://contoso.example/generated-name'],
    );
    assert.deepEqual(found[0]?.range, client.rangeOf(configuration, 'base.connref.json'));
  });

  it('gives the outline of a file, nested or flat', async () => {
    const nested = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
    let client = await start(source, { capabilities: nested });
    const symbols = await client.askAt<DocumentSymbol[]>('textDocument/documentSymbol', parent, '{');
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children?.map((one) => one.name)]),
      [
        ['Connections', ['k']],
        ['Actions', ['Post', 'Run']],
      ],
    );
    assert.deepEqual(symbols[1]?.selectionRange, client.rangeOf(parent, 'actions'));
    client = await start();
    const flat = await client.askAt<SymbolInformation[]>('textDocument/documentSymbol', parent, '{');
    assert.deepEqual(
      flat.map(({ name, containerName }) => [name, containerName]),
      [
        ['Connections', undefined],
        ['k', 'Connections'],
        ['Actions', undefined],
        ['Post', 'Actions'],
        ['Run', 'Actions'],
      ],
    );
  });

  it('gives symbols of the workspace', async () => {
    const client = await start();
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'HR shared' });
    assert.deepEqual(
      found.map(({ name, containerName, location }) => [name, containerName, client.folder.nameOf(location.uri)]),
      [['HR shared_teams', 'hr_teams · HR', customizations]],
    );
  });

  it('gives calls of child flows in both directions', async () => {
    const client = await start();
    const [item] = await client.askAt<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', parent, guid);
    assert.equal(item?.name, 'Child');
    assert.equal(item.detail, 'HR');
    const incoming = await client.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item,
    });
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, fromRanges]),
      [['Parent', [client.rangeOf(parent, 'Run')]]],
    );
    const outgoing = await client.connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: incoming[0]?.from,
    });
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.name, fromRanges]),
      [['Child', [client.rangeOf(parent, 'Run')]]],
    );
  });
});
