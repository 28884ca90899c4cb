/**
 * Which files can hold facts, told by their paths alone, so that all others are never opened. Folder and file names are
 * compared without case: packers and people differ in it.
 */
import type { FileId } from './place';

/** `settings` is a guess for any other JSON file: only its content tells (see `settings.ts`). */
export type FileKind =
  | 'flow'
  | 'flowMetadata'
  | 'customizations'
  | 'solution'
  | 'settings'
  | 'canvasApp'
  | 'agentReferences'
  | 'environmentVariable';

/** @returns undefined for a file that can't hold facts. */
export function kindOfFile(file: FileId): FileKind | undefined {
  const path = file.toLowerCase();
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = path.slice(0, Math.max(0, path.length - name.length - 1));
  if (name.endsWith('.json')) return inFolder(folder, 'workflows') ? 'flow' : 'settings';
  if (!name.endsWith('.xml')) return undefined;
  if (name === 'customizations.xml') return 'customizations';
  if (name === 'solution.xml') return 'solution';
  if (name === 'environmentvariabledefinition.xml') return 'environmentVariable';
  if (name === 'botcomponent_connectionreferenceset.xml') return 'agentReferences';
  if (name.endsWith('.json.data.xml') && inFolder(folder, 'workflows')) return 'flowMetadata';
  if (name.endsWith('.meta.xml') && inFolder(folder, 'canvasapps')) return 'canvasApp';
  return undefined;
}

/** Folders that never hold solution source, and are large where they exist. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}

function inFolder(folder: string, name: string): boolean {
  return folder === name || folder.endsWith(`/${name}`);
}
