/** Runs a command that changes files: plans the change, shows it, and writes it when somebody has agreed. */
import { openArchives } from '../host/archives';
import type { FileSystem } from '../host/fileSystem';
import type { FileWriter } from '../host/fileWriter';
import { Workspace } from '../host/workspace';
import { writeChange } from '../host/write';
import type { FileId } from '../model/place';
import { parentFolder } from '../model/names';
import { isRefusal, type Change } from '../refactor/change';
import { plan } from '../refactor/plan';
import type { ChangeCall, ChangeInput } from './changeCommand';
import { commonFolder, withoutOverlap } from './paths';

export interface ChangeResult {
  readonly workspace: Workspace;
  /** The deepest folder that holds everything that was read. */
  readonly root: FileId;
  readonly change: Change;
}

/**
 * Plans what a call asks for. Nothing is written.
 * @param resolve gives the absolute path of a typed one.
 * @returns as a text why it can't be done.
 */
export function planChange(
  call: ChangeCall,
  disk: FileSystem,
  resolve: (typed: string) => FileId,
): ChangeResult | string {
  const paths = call.paths.map(resolve);
  const { readable, problems, others } = openArchives(paths, disk);
  const [problem] = problems;
  if (problem !== undefined) return problem;
  const [archive] = readable;
  if (archive !== undefined) return `'${archive}' is an archive, and is never changed. Unpack it first.`;
  const missing = others.find((path) => disk.kindOf(path) === undefined);
  if (missing !== undefined) return `'${missing}' does not exist. Name folders or files; patterns are not understood.`;

  const folders = withoutOverlap(others);
  const workspace = new Workspace({ fileSystem: disk });
  Array.from(workspace.open(folders));
  const [unreadable] = workspace.unreadable;
  if (unreadable !== undefined) return `'${unreadable}' can't be read.`;
  const request = call.command.request(inputOf(call, workspace, folders, resolve));
  if (typeof request === 'string') return request;
  const change = plan(workspace.snapshot, workspace.documents, request);
  if (isRefusal(change)) return change.refused;
  const roots = folders.map((path) => (disk.kindOf(path) === 'folder' ? path : parentFolder(path) || '/'));
  return { workspace, root: commonFolder(roots), change };
}

/** @returns why nothing was written; undefined when all is. */
export function makeChange({ workspace, change }: ChangeResult, writer: FileWriter): string | undefined {
  return writeChange(writer, change, (file) => workspace.texts.text(file));
}

function inputOf(
  { words, values }: ChangeCall,
  { snapshot }: Workspace,
  paths: readonly FileId[],
  resolve: (typed: string) => FileId,
): ChangeInput {
  return {
    words,
    snapshot,
    paths,
    text: (option) => values.get(option)?.at(-1),
    texts: (option) => values.get(option) ?? [],
    has: (option) => values.has(option),
    file: resolve,
  };
}
