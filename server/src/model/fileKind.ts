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
  const nameStart = file.lastIndexOf('/') + 1;
  const name = file.slice(nameStart).toLowerCase();
  const folder = file.slice(file.lastIndexOf('/', nameStart - 2) + 1, Math.max(0, nameStart - 1)).toLowerCase();
  if (name.endsWith('.json')) return folder === 'workflows' ? 'flow' : 'settings';
  if (!name.endsWith('.xml')) return undefined;
  if (name === 'customizations.xml') return 'customizations';
  if (name === 'solution.xml') return 'solution';
  if (name === 'environmentvariabledefinition.xml') return 'environmentVariable';
  if (name === 'botcomponent_connectionreferenceset.xml') return 'agentReferences';
  if (name.endsWith('.json.data.xml') && folder === 'workflows') return 'flowMetadata';
  if (name.endsWith('.meta.xml') && folder === 'canvasapps') return 'canvasApp';
  return undefined;
}

/** Folders that never hold solution source, and are large where they exist. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}
