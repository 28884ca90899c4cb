/** The engine over a workspace in one string, and the texts that such workspaces are made of. */
import path from 'node:path';
import { applyEdits } from '../src/base/textEdit';
import { diskFileSystem } from '../src/host/fileSystem';
import { Workspace } from '../src/host/workspace';
import type { FileId, FilePlace } from '../src/model/place';
import { locate } from '../src/project/locate';
import type { Change } from '../src/refactor/change';
import { parseFixture, type Fixture, type FixtureOptions } from './fixture';
import type { MemoryFileSystem } from './memoryFileSystem';

export interface Engine {
  readonly workspace: Workspace;
  readonly fileSystem: MemoryFileSystem;
  readonly fixture: Fixture;
}

/** Opens a workspace in one string (see `parseFixture`) from a disk in memory. */
export function openFixture(source: string, options?: FixtureOptions): Engine {
  const fixture = parseFixture(source, options);
  const fileSystem = fixture.fileSystem();
  const workspace = openWorkspace(fileSystem, ['']);
  return { workspace, fileSystem, fixture };
}

/** Opens folders of a disk in memory; a crash in a rule or reader fails the test. */
export function openWorkspace(fileSystem: MemoryFileSystem, folders: readonly FileId[]): Workspace {
  const workspace = new Workspace({
    // The root of the disk in memory is `/`; as the beginning of a path it is nothing.
    fileSystem: {
      ...fileSystem,
      readDirectory: (folder) => fileSystem.readDirectory(folder === '' ? '/' : folder),
      kindOf: (file) => (file === '' ? 'folder' : fileSystem.kindOf(file)),
    },
    onCrash: (what, file, error) => {
      throw new Error(`${what} crashed over ${file}`, { cause: error });
    },
  });
  openFolders(workspace, folders);
  return workspace;
}

/** Reads the folders to the end. */
export function openFolders(workspace: Workspace, folders: readonly FileId[]): void {
  Array.from(workspace.open(folders));
}

export const contosoFolder = path
  .resolve(__dirname, '..', '..', '..', 'test-fixtures', 'contoso')
  .replaceAll('\\', '/');

/** The sample workspace from the real disk. */
export function openContoso(): Workspace {
  const workspace = new Workspace({ fileSystem: diskFileSystem });
  openFolders(workspace, [contosoFolder]);
  return workspace;
}

/** The text that stands at a place. */
export function textAt(workspace: Workspace, at: FilePlace): string {
  const { start, end } = locate(workspace.documents, at);
  return (workspace.texts.text(at.file) ?? '').slice(start, end);
}

/** The whole text of each file after a change; undefined for one that it deletes. */
export function textsAfter(workspace: Workspace, { files }: Change): ReadonlyMap<FileId, string | undefined> {
  return new Map(
    files.map((change) => {
      if (change.kind === 'create') return [change.file, change.text] as const;
      if (change.kind === 'delete') return [change.file, undefined] as const;
      return [change.file, applyEdits(workspace.texts.text(change.file) ?? '', change.edits)] as const;
    }),
  );
}

/** A flow file around the JSON of its connection entries and of its actions. */
export function flowText(entries: string, actions = '{}', triggers = '{}'): string {
  return `{ "properties": { "connectionReferences": ${entries}, "definition": { "triggers": ${triggers}, "actions": ${actions} } }, "schemaVersion": "1.0.0.0" }`;
}

/** A `Solution.xml` with these missing dependencies. */
export function solutionXml(uniqueName: string, ...missing: readonly { name: string; solution: string }[]): string {
  const dependencies = missing.map(
    ({ name, solution }) =>
      `<MissingDependency><Required type="connectionreference" displayName="${name} title" solution="${solution}" id.connectionreferencelogicalname="${name}" /></MissingDependency>`,
  );
  return `<ImportExportXml><SolutionManifest><UniqueName>${uniqueName}</UniqueName><Version>1.2.0.0</Version><Managed>0</Managed>
  <MissingDependencies>${dependencies.join('')}</MissingDependencies></SolutionManifest></ImportExportXml>`;
}

export interface Declared {
  readonly name: string;
  /** `shared_teams`; none at all when it is empty. */
  readonly connector: string;
  readonly title?: string;
}

/** A `Customizations.xml` that declares references. */
export function customizationsXml(...references: readonly Declared[]): string {
  const elements = references.map(
    ({ name, connector, title }) =>
      `<connectionreference connectionreferencelogicalname="${name}">` +
      (title === undefined ? '' : `<connectionreferencedisplayname>${title}</connectionreferencedisplayname>`) +
      (connector === '' ? '' : `<connectorid>/providers/Microsoft.PowerApps/apis/${connector}</connectorid>`) +
      '</connectionreference>',
  );
  return `<ImportExportXml><connectionreferences>\n  ${elements.join('\n  ')}\n</connectionreferences></ImportExportXml>`;
}

/** A settings file that binds logical names to connection ids. */
export function settingsText(bindings: Readonly<Record<string, string>>, connector = 'shared_teams'): string {
  return JSON.stringify(
    {
      EnvironmentVariables: [],
      ConnectionReferences: Object.entries(bindings).map(([LogicalName, ConnectionId]) => ({
        LogicalName,
        ConnectionId,
        ConnectorId: `/providers/Microsoft.PowerApps/apis/${connector}`,
      })),
    },
    undefined,
    2,
  );
}
