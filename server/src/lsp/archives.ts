/**
 * Gives the files of archives to the client, which shows them as folders. Only the server reads archives, so that both
 * see the same.
 */
import { english, say, toSay, type L10n } from '../base/l10n';
import { readArchive, type Archive } from '../host/archive';
import { findArchive, type ArchiveChange } from '../host/archives';
import { diskFileSystem } from '../host/fileSystem';
import { isDamaged, type ArchiveProblem } from '../host/zip';
import { kindOfFile } from '../model/fileKind';
import { baseName } from '../model/names';
import type { FileId } from '../model/place';
import { answerAtOnce, type Handler } from './answer';
import {
  archiveChangedMethod,
  checkArchiveMethod,
  listInArchiveMethod,
  readInArchiveMethod,
  statInArchiveMethod,
  type ArchiveChangedParams,
  type ArchiveParams,
  type ArchiveProblem as ToldProblem,
  type ArchiveStat,
  type CheckArchiveResult,
  type FileContent,
  type FolderContent,
  type InArchiveResult,
} from './protocol';
import type { Session } from './session';

export function registerArchives(session: Session): void {
  const { connection } = session;
  connection.onRequest(
    checkArchiveMethod,
    answerAtOnce<ArchiveParams, CheckArchiveResult>(session, checkArchiveMethod, null, ({ uri }) =>
      check(session.l10n, session.convert.file(uri)),
    ),
  );
  connection.onRequest(
    statInArchiveMethod,
    answerIn<ArchiveStat>(session, statInArchiveMethod, (archive, path) => {
      const kind = archive.kindOf(path);
      return kind ? { kind, size: 0, modified: 0, ...archive.stampOf(path) } : null;
    }),
  );
  connection.onRequest(
    listInArchiveMethod,
    answerIn<FolderContent>(session, listInArchiveMethod, (archive, path) => {
      const entries = archive.list(path);
      return entries ? { entries } : null;
    }),
  );
  connection.onRequest(
    readInArchiveMethod,
    answerIn<FileContent>(session, readInArchiveMethod, (archive, path, root) => {
      const bytes = archive.read(path);
      if (bytes) return { base64: Buffer.from(bytes).toString('base64') };
      return archive.kindOf(path) === 'file' ? tell(session.l10n, `${root}/${path}`, isDamaged) : null;
    }),
  );
}

/** Opens an archive that is a folder of the workspace, or reads it again, and tells the client what differs. */
export function openArchive({ archives, convert, connection, log }: Session, root: FileId): void {
  const wasOpen = archives.roots.includes(root);
  const { problem, changes } = archives.open(root);
  if (problem !== undefined) log.warn(`${say(english, problem(root))} So it is shown empty and not checked.`);
  if (!wasOpen || changes.length === 0) return;
  const tell = ({ file, type }: ArchiveChange) => ({ uri: convert.uri(file), type });
  void connection.sendNotification(archiveChangedMethod, { changes: changes.map(tell) } satisfies ArchiveChangedParams);
}

function check(l10n: L10n, path: FileId): CheckArchiveResult {
  const archive = readArchive(path, diskFileSystem);
  if ('problem' in archive) return tell(l10n, path, archive.problem);
  // Any JSON could be a settings file.
  const kinds = archive.files.map((file) => kindOfFile(`/${file}`));
  return kinds.some((kind) => kind !== undefined && kind !== 'settings') ? null : tell(l10n, path, holdsNone);
}

/** Also of archives that are not open: the client asks before it tells that a folder was added. */
function answerIn<T extends ArchiveStat | FolderContent | FileContent>(
  session: Session,
  method: string,
  handle: (archive: Archive, path: string, root: FileId) => InArchiveResult<T>,
): Handler<ArchiveParams, InArchiveResult<T>> {
  const { archives, convert, l10n } = session;
  return answerAtOnce<ArchiveParams, InArchiveResult<T>>(session, method, null, ({ uri }) => {
    const file = convert.file(uri);
    const root = archives.rootOf(file) ?? findArchive(file, diskFileSystem);
    if (root === undefined) return null;
    const archive = archives.at(root) ?? readArchive(root, diskFileSystem);
    return 'problem' in archive
      ? tell(l10n, root, archive.problem)
      : handle(archive, file.slice(root.length + 1), root);
  });
}

const holdsNone: ArchiveProblem = (name) => toSay("'{0}' holds no solution.", name);

function tell(l10n: L10n, file: FileId, problem: ArchiveProblem): ToldProblem {
  return { problem: say(l10n, problem(baseName(file))) };
}
