/**
 * Every language feature in every kind of file, as a client asks for it: one true answer in each cell, or the reason why
 * there is none.
 */
import assert from 'node:assert/strict';
import type {
  CallHierarchyItem,
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { customizationsXml, flowText, settingsText } from '../engine';
import { TestClient } from './client';
import { Folder } from './folder';

const guid = '0ef8c509-91aa-4bbe-a80e-0988a0b6613d';
const parent = '/hr/Workflows/Parent.json';
const child = `/hr/Workflows/Child-${guid}.json`;
const customizations = '/hr/Other/Customizations.xml';
const solution = '/hr/Other/Solution.xml';
const app = '/hr/CanvasApps/hr_app.meta.xml';
const agentXml = '/hr/Assets/botcomponent_connectionreferenceset.xml';
const variable = '/hr/environmentvariabledefinitions/hr_Site/environmentvariabledefinition.xml';
const agentYaml = '/agent/connectionreferences.mcs.yml';
const yaml = '/yaml/connectionreferences/y_sql/connectionreference.yml';
const settings = '/settings/prod.json';
const configuration = '/connref.json';

const workspace = `//- ${solution}
<ImportExportXml><SolutionManifest><UniqueName>HR</UniqueName><Version>1.4</Version><Managed>0</Managed>
  <RootComponents><RootComponent type="29" id="{${guid}}" behavior="0" /></RootComponents>
  <MissingDependencies><MissingDependency><Required type="connectionreference" displayName="Base SQL" solution="Base" id.connectionreferencelogicalname="y_sql" /></MissingDependency></MissingDependencies>
</SolutionManifest></ImportExportXml>
//- ${customizations}
${customizationsXml({ name: 'hr_teams', connector: 'shared_teams', title: 'HR – Teams' })}
//- ${parent}
${flowText(
  '{ "k": { "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "hr_teams" }, "api": { "name": "shared_teams" } } }',
  `{
  "Post": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "k", "apiId": "/providers/Microsoft.PowerApps/apis/shared_teams" }, "parameters": { "to": "@{outputs('Who')?['body']}" } } },
  "Run": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "${guid}" } } }
}`,
)}
//- ${child}
${flowText('{}', '{ "Wait": { "type": "Wait" } }', '{ "manual": { "type": "Request" } }')}
//- ${app}
<CanvasApp><Name>hr_app</Name><DisplayName>HR App</DisplayName><ConnectionReferences>{"1":{"displayName":"Teams","xrmConnectionReferenceLogicalName":"hr_teams"}}</ConnectionReferences></CanvasApp>
//- ${agentXml}
<botcomponent_connectionreferenceset><botcomponent_connectionreference botcomponentid.schemaname="hr_bot.topic.x" connectionreferenceid.connectionreferencelogicalname="hr_teams" /></botcomponent_connectionreferenceset>
//- ${variable}
<environmentvariabledefinition schemaname="hr_Site"><parentdefinitionid><schemaname>x</schemaname></parentdefinitionid></environmentvariabledefinition>
//- ${agentYaml}
connectionReferences:
  - connectionReferenceLogicalName: hr_teams
    connectorId: /providers/Microsoft.PowerApps/apis/shared_teams
//- /yaml/solutions/Base/solution.yml
UniqueName: Base
//- ${yaml}
connectionreferencelogicalname: y_sql
connectionreferencedisplayname: Base SQL
connectorid: /providers/Microsoft.PowerApps/apis/shared_sql
//- ${settings}
${settingsText({ hr_teams: '', y_sql: 'c1' })}
//- ${configuration}
{
  "extends": "base.connref.json",
  "environments": [{ "name": "prod", "files": "settings/*.json" }],
  "rules": { "generated-name": "off" },
  "suppressions": [{ "rule": "unused-connection-reference", "name": "hr_teams", "reason": "x" }]
}
//- /base.connref.json
{}
`;

const features = {
  definition: async (client: TestClient, file: string, at: Position) => {
    const found = await ask<Location[]>(client, 'definition', file, { position: at });
    return found.map(({ uri }) => client.folder.nameOf(uri));
  },
  references: async (client: TestClient, file: string, at: Position) => {
    const context = { includeDeclaration: true };
    const found = await ask<Location[]>(client, 'references', file, { position: at, context });
    return [...new Set(found.map(({ uri }) => client.folder.nameOf(uri)))];
  },
  highlight: async (client: TestClient, file: string, at: Position) => {
    const found = await ask<DocumentHighlight[]>(client, 'documentHighlight', file, { position: at });
    return found.map(({ range }) => textOf(client, file, range));
  },
  hover: async (client: TestClient, file: string, at: Position) => {
    const { contents } = await ask<Partial<Hover>>(client, 'hover', file, { position: at });
    return contents ? [(contents as MarkupContent).value.split('  \n')[0] ?? ''] : [];
  },
  completion: async (client: TestClient, file: string, at: Position) => {
    const found = await ask<CompletionItem[]>(client, 'completion', file, { position: at });
    return found.slice(0, 1).map(({ label }) => label);
  },
  documentSymbols: async (client: TestClient, file: string) => {
    const found = await ask<DocumentSymbol[]>(client, 'documentSymbol', file);
    const names = (symbols: readonly DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children = [] }) => [name, ...names(children)]);
    return names(found);
  },
  workspaceSymbols: async (client: TestClient, file: string) => {
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '' });
    return found.filter(({ location }) => client.folder.nameOf(location.uri) === file).map(({ name }) => name);
  },
  codeLens: async (client: TestClient, file: string) => {
    const found = await ask<CodeLens[]>(client, 'codeLens', file);
    return found.map(({ command }) => command?.title ?? '');
  },
  inlayHints: async (client: TestClient, file: string) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    const found = await ask<InlayHint[]>(client, 'inlayHint', file, { range });
    return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
  },
  documentLinks: async (client: TestClient, file: string) => {
    const found = await ask<DocumentLink[]>(client, 'documentLink', file);
    return found.map(({ target = '' }) =>
      target.startsWith('file:') ? client.folder.nameOf(target) : target.replace('rule:', ''),
    );
  },
  callHierarchy: async (client: TestClient, file: string, at: Position) => {
    const found = await ask<CallHierarchyItem[]>(client, 'prepareCallHierarchy', file, { position: at });
    return found.map(({ name }) => name);
  },
  semanticTokens: async (client: TestClient, file: string) => {
    const { data } = await ask<SemanticTokens>(client, 'semanticTokens/full', file);
    const lines = client.textOf(file).split('\n');
    let [line, character] = [0, 0];
    return Array.from({ length: data.length / 5 }, (_, i) => {
      const [down = 0, right = 0, length = 0] = data.slice(i * 5);
      line += down;
      character = down === 0 ? character + right : right;
      return lines[line]?.slice(character, character + length) ?? '';
    });
  },
  selection: async (client: TestClient, file: string, at: Position) => {
    const [found] = await ask<SelectionRange[]>(client, 'selectionRange', file, { positions: [at] });
    return found ? [found, found.parent].flatMap((one) => (one ? textOf(client, file, one.range) : [])) : [];
  },
};

/** Where to ask in a file, and what is true there: the answers, or why there can be none. */
interface Row {
  readonly file: string;
  /** The cursor stands behind the first character of this text. */
  readonly at: string;
  readonly cells: Readonly<Record<keyof typeof features, Cell>>;
}

type Cell = readonly string[] | { readonly none: string };

const usesOfTeams = [agentYaml, configuration, agentXml, app, customizations, parent, settings];

const noCalls = { none: 'Only flows call flows.' };
const noLinks = { none: 'Definitions lead there; links tell what a GUID, a path or a rule is.' };
const noOutline = { none: 'It is a list of uses, or small.' };
const noSymbol = { none: 'Nothing of the workspace is declared in it.' };
const noUsesLens = { none: 'A code lens stands at what is declared, bound or keyed.' };
const noHints = { none: 'What it names says its display name itself.' };
const noTyping = { none: 'The platform writes it; nobody types there.' };
const notForYaml = { none: "Only VS Code's own for YAML grow there; a provider would end them." };

const rows: Readonly<Record<string, Row>> = {
  'a logical name in a flow': {
    file: parent,
    at: 'hr_teams',
    cells: {
      definition: [customizations],
      references: usesOfTeams,
      highlight: ['hr_teams'],
      hover: ['**HR – Teams** · connection reference'],
      completion: ['hr_teams'],
      documentSymbols: ['Connections', 'k', 'Actions', 'Post', 'Run'],
      workspaceSymbols: ['Parent'],
      codeLens: ['Used by 1 step'],
      inlayHints: ['HR – Teams', 'HR – Teams', 'Child'],
      documentLinks: [child],
      callHierarchy: ['Parent'],
      semanticTokens: ['k', 'hr_teams', 'k'],
      selection: ['hr_teams', '"hr_teams"'],
    },
  },
  'a key in a step': {
    file: parent,
    at: '"k", "apiId"',
    cells: {
      definition: [parent],
      references: [parent],
      highlight: ['k', 'k'],
      hover: ['**HR – Teams** · connection reference'],
      completion: ['k'],
      documentSymbols: ['Connections', 'k', 'Actions', 'Post', 'Run'],
      workspaceSymbols: ['Parent'],
      codeLens: ['Used by 1 step'],
      inlayHints: ['HR – Teams', 'HR – Teams', 'Child'],
      documentLinks: [child],
      callHierarchy: ['Parent'],
      semanticTokens: ['k', 'hr_teams', 'k'],
      selection: ['k', '"k"'],
    },
  },
  'a connector in a flow': {
    file: parent,
    at: 'shared_teams',
    cells: {
      definition: { none: 'A connector of Microsoft stands in no file.' },
      references: [agentYaml, customizations, parent, settings],
      highlight: ['shared_teams', 'shared_teams'],
      hover: ['**Microsoft Teams** · connector'],
      completion: ['shared_teams'],
      documentSymbols: ['Connections', 'k', 'Actions', 'Post', 'Run'],
      workspaceSymbols: ['Parent'],
      codeLens: ['Used by 1 step'],
      inlayHints: ['HR – Teams', 'HR – Teams', 'Child'],
      documentLinks: [child],
      callHierarchy: ['Parent'],
      semanticTokens: ['k', 'hr_teams', 'k'],
      selection: ['shared_teams', '"shared_teams"'],
    },
  },
  'a child flow in a flow': {
    file: parent,
    at: guid,
    cells: {
      definition: [child],
      references: [solution, child, parent],
      highlight: [guid],
      hover: ['**Child** · child flow'],
      completion: { none: 'A GUID is chosen by nobody who types; the designer writes the inputs with it.' },
      documentSymbols: ['Connections', 'k', 'Actions', 'Post', 'Run'],
      workspaceSymbols: ['Parent'],
      codeLens: ['Used by 1 step'],
      inlayHints: ['HR – Teams', 'HR – Teams', 'Child'],
      documentLinks: [child],
      callHierarchy: ['Child'],
      semanticTokens: ['k', 'hr_teams', 'k'],
      selection: [guid, `"${guid}"`],
    },
  },
  'a declaration': {
    file: customizations,
    at: 'hr_teams',
    cells: {
      definition: [customizations],
      references: usesOfTeams,
      highlight: ['hr_teams'],
      hover: ['**HR – Teams** · connection reference'],
      completion: { none: 'It can only be named as a name that is used and not declared, and there is none.' },
      documentSymbols: ['HR – Teams'],
      workspaceSymbols: ['HR – Teams', 'Microsoft Teams'],
      codeLens: ['Used by 1 flow (1 step), 1 app and 2 agents', 'Not bound in prod'],
      inlayHints: noHints,
      documentLinks: noLinks,
      callHierarchy: noCalls,
      semanticTokens: ['hr_teams'],
      selection: ['hr_teams', 'connectionreferencelogicalname="hr_teams"'],
    },
  },
  'a connector in a declaration': {
    file: customizations,
    at: 'shared_teams',
    cells: {
      definition: { none: 'A connector of Microsoft stands in no file.' },
      references: [agentYaml, customizations, parent, settings],
      highlight: ['shared_teams'],
      hover: ['**Microsoft Teams** · connector'],
      completion: ['Microsoft Teams'],
      documentSymbols: ['HR – Teams'],
      workspaceSymbols: ['HR – Teams', 'Microsoft Teams'],
      codeLens: ['Used by 1 flow (1 step), 1 app and 2 agents', 'Not bound in prod'],
      inlayHints: noHints,
      documentLinks: noLinks,
      callHierarchy: noCalls,
      semanticTokens: ['hr_teams'],
      selection: [
        '/providers/Microsoft.PowerApps/apis/shared_teams',
        '<connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid>',
      ],
    },
  },
  'a missing dependency of a solution': {
    file: solution,
    at: 'y_sql',
    cells: {
      definition: [yaml],
      references: [solution, settings, yaml],
      highlight: ['y_sql'],
      hover: ['**Base SQL** · connection reference'],
      completion: noTyping,
      documentSymbols: ['HR', 'Child', 'Base SQL'],
      workspaceSymbols: ['HR'],
      codeLens: noUsesLens,
      inlayHints: ['Child'],
      documentLinks: [child],
      callHierarchy: noCalls,
      semanticTokens: ['y_sql'],
      selection: ['y_sql', 'id.connectionreferencelogicalname="y_sql"'],
    },
  },
  'a flow of a solution': {
    file: solution,
    at: `{${guid}}`,
    cells: {
      definition: [child],
      references: [solution, child, parent],
      highlight: [`{${guid}}`],
      hover: ['**Child** · child flow'],
      completion: noTyping,
      documentSymbols: ['HR', 'Child', 'Base SQL'],
      workspaceSymbols: ['HR'],
      codeLens: noUsesLens,
      inlayHints: ['Child'],
      documentLinks: [child],
      callHierarchy: ['Child'],
      semanticTokens: ['y_sql'],
      selection: [`{${guid}}`, `id="{${guid}}"`],
    },
  },
  'an app': {
    file: app,
    at: 'hr_teams',
    cells: {
      definition: [customizations],
      references: usesOfTeams,
      highlight: ['hr_teams'],
      hover: ['**HR – Teams** · connection reference'],
      completion: noTyping,
      documentSymbols: noOutline,
      workspaceSymbols: noSymbol,
      codeLens: noUsesLens,
      inlayHints: noHints,
      documentLinks: noLinks,
      callHierarchy: noCalls,
      semanticTokens: ['hr_teams'],
      selection: [
        '{"1":{"displayName":"Teams","xrmConnectionReferenceLogicalName":"hr_teams"}}',
        '<ConnectionReferences>{"1":{"displayName":"Teams","xrmConnectionReferenceLogicalName":"hr_teams"}}</ConnectionReferences>',
      ],
    },
  },
  'an agent in a solution': {
    file: agentXml,
    at: 'hr_teams',
    cells: {
      definition: [customizations],
      references: usesOfTeams,
      highlight: ['hr_teams'],
      hover: ['**HR – Teams** · connection reference'],
      completion: ['hr_teams'],
      documentSymbols: noOutline,
      workspaceSymbols: noSymbol,
      codeLens: noUsesLens,
      inlayHints: ['HR – Teams'],
      documentLinks: noLinks,
      callHierarchy: noCalls,
      semanticTokens: ['hr_teams'],
      selection: ['hr_teams', 'connectionreferenceid.connectionreferencelogicalname="hr_teams"'],
    },
  },
  "an agent's workspace in YAML": {
    file: agentYaml,
    at: 'hr_teams',
    cells: {
      definition: [customizations],
      references: usesOfTeams,
      highlight: ['hr_teams'],
      hover: ['**HR – Teams** · connection reference'],
      completion: ['hr_teams'],
      documentSymbols: noOutline,
      workspaceSymbols: noSymbol,
      codeLens: noUsesLens,
      inlayHints: ['HR – Teams'],
      documentLinks: noLinks,
      callHierarchy: noCalls,
      semanticTokens: ['hr_teams'],
      selection: notForYaml,
    },
  },
  'an environment variable': {
    file: variable,
    at: 'hr_Site',
    cells: {
      definition: [variable],
      references: [variable],
      highlight: ['hr_Site'],
      hover: ['**hr\\_Site** · environment variable'],
      completion: noTyping,
      documentSymbols: noOutline,
      workspaceSymbols: ['hr_Site'],
      codeLens: noUsesLens,
      inlayHints: noHints,
      documentLinks: noLinks,
      callHierarchy: noCalls,
      semanticTokens: { none: 'Tokens tell keys and logical names of connection references apart.' },
      selection: ['hr_Site', 'schemaname="hr_Site"'],
    },
  },
  'a declaration in YAML': {
    file: yaml,
    at: 'y_sql',
    cells: {
      definition: [yaml],
      references: [solution, settings, yaml],
      highlight: ['y_sql'],
      hover: ['**Base SQL** · connection reference'],
      completion: { none: 'It can only be named as a name that is used and not declared, and there is none.' },
      documentSymbols: ['Base SQL'],
      workspaceSymbols: ['Base SQL', 'SQL Server'],
      codeLens: ['Used by nothing in this workspace'],
      inlayHints: noHints,
      documentLinks: noLinks,
      callHierarchy: noCalls,
      semanticTokens: ['y_sql'],
      selection: notForYaml,
    },
  },
  'a logical name in settings': {
    file: settings,
    at: 'hr_teams',
    cells: {
      definition: [customizations],
      references: usesOfTeams,
      highlight: ['hr_teams'],
      hover: ['**HR – Teams** · connection reference'],
      completion: ['hr_teams'],
      documentSymbols: ['HR – Teams', 'Base SQL'],
      workspaceSymbols: ['prod'],
      codeLens: ['prod: 1 not bound'],
      inlayHints: ['HR – Teams', 'Base SQL'],
      documentLinks: noLinks,
      callHierarchy: noCalls,
      semanticTokens: ['hr_teams', 'y_sql'],
      selection: ['hr_teams', '"hr_teams"'],
    },
  },
  'a connection in settings': {
    file: settings,
    at: 'c1',
    cells: {
      definition: { none: 'A connection stands in no file: it is of an environment.' },
      references: [settings],
      highlight: ['c1'],
      hover: ['**c1** · connection'],
      completion: { none: 'Nothing else is bound to a connection of this connector.' },
      documentSymbols: ['HR – Teams', 'Base SQL'],
      workspaceSymbols: ['prod'],
      codeLens: ['prod: 1 not bound'],
      inlayHints: ['HR – Teams', 'Base SQL'],
      documentLinks: noLinks,
      callHierarchy: noCalls,
      semanticTokens: ['hr_teams', 'y_sql'],
      selection: ['c1', '"c1"'],
    },
  },
  'a logical name in the configuration': {
    file: configuration,
    at: 'hr_teams',
    cells: {
      definition: [customizations],
      references: usesOfTeams,
      highlight: ['hr_teams'],
      hover: ['**HR – Teams** · connection reference'],
      completion: ['hr_teams'],
      documentSymbols: { none: 'Its outline is that of JSON, which editors have.' },
      workspaceSymbols: noSymbol,
      codeLens: noUsesLens,
      inlayHints: { none: 'Names stand there within pointers and patterns too.' },
      documentLinks: ['/base.connref.json', settings, 'generated-name', 'unused-connection-reference'],
      callHierarchy: noCalls,
      semanticTokens: ['hr_teams'],
      selection: ['hr_teams', '"hr_teams"'],
    },
  },
  'an environment in the configuration': {
    file: configuration,
    at: 'prod',
    cells: {
      definition: [settings],
      references: [configuration],
      highlight: ['prod'],
      hover: ['**prod** · environment'],
      completion: ['prod'],
      documentSymbols: { none: 'Its outline is that of JSON, which editors have.' },
      workspaceSymbols: noSymbol,
      codeLens: noUsesLens,
      inlayHints: { none: 'An environment has one name only.' },
      documentLinks: ['/base.connref.json', settings, 'generated-name', 'unused-connection-reference'],
      callHierarchy: noCalls,
      semanticTokens: ['hr_teams'],
      selection: ['prod', '"prod"'],
    },
  },
};

describe('every language feature in every kind of file', () => {
  let folder: Folder;
  let client: TestClient;

  before(async () => {
    folder = new Folder(workspace);
    client = await TestClient.start(folder, {
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
      initializationOptions: { documentationUri: 'rule:{rule}' },
    });
  });

  after(async () => {
    const { errors } = client;
    await client.stop();
    folder.dispose();
    assert.deepEqual(errors, []);
  });

  for (const [name, { file, at, cells }] of Object.entries(rows)) {
    it(name, async () => {
      const { start } = client.rangeOf(file, at);
      const position = { line: start.line, character: start.character + 1 };
      for (const [feature, cell] of Object.entries(cells)) {
        const answers = await features[feature as keyof typeof features](client, file, position);
        assert.deepEqual(answers, 'none' in cell ? [] : cell, feature);
      }
    });
  }
});

async function ask<T>(client: TestClient, method: string, file: string, more: object = {}): Promise<T> {
  const textDocument = { uri: client.folder.uri(file) };
  const answer = await client.connection.sendRequest<T | null>(`textDocument/${method}`, { textDocument, ...more });
  // Where nothing stands, each request may be answered by nothing.
  return answer ?? ([] as unknown as T);
}

function textOf(client: TestClient, file: string, { start, end }: Range): string {
  const line = client.textOf(file).split('\n')[start.line] ?? '';
  return start.line === end.line ? line.slice(start.character, end.character) : '…';
}
