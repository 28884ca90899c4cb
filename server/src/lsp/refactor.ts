/** Plans what a command of the editor asks for, and gives it as an edit which is shown before it is made. */
import { isRefusal, type Change } from '../refactor/change';
import { plan } from '../refactor/plan';
import type { RefactorRequest } from '../refactor/request';
import { answer } from './answer';
import { mapFiles } from './fileProperties';
import { refactorMethod, type RefactorParams, type RefactorResult } from './protocol';
import type { Session } from './session';
import { whyNotWhole } from './wholeRename';

const crashed: RefactorResult = {
  notes: [],
  left: [],
  refused: 'Something went wrong, and nothing was changed. The output of Connref tells more.',
};

export function registerRefactor(session: Session): void {
  session.connection.onRequest(
    refactorMethod,
    answer<RefactorParams, RefactorResult>(session, refactorMethod, crashed, (params) => refactor(session, params)),
  );
}

function refactor(session: Session, { request, withPreview = true }: RefactorParams): RefactorResult {
  const { workspace, convert, client } = session;
  const change = plan(
    workspace.snapshot,
    workspace.documents,
    mapFiles(request, (uri) => convert.file(uri)),
  );
  if (isRefusal(change)) return { notes: [], left: [], refused: change.refused };
  const told = {
    title: change.title,
    notes: change.notes,
    left: change.left.map(({ at, reason }) => ({ location: convert.location(at), reason })),
  };
  const refused = whyNot(session, request, change);
  if (refused !== undefined) return { ...told, refused };
  const edit = convert.workspaceEdit(change, client, { withPreview: withPreview && needsPreview(session, change) });
  return edit ? { ...told, edit } : told;
}

function whyNot({ client }: Session, request: RefactorRequest, change: Change): string | undefined {
  const incomplete = whyNotWhole(request, change);
  if (incomplete !== undefined) return incomplete;
  const makesFiles = change.files.some(({ kind }) => kind !== 'edit');
  if (makesFiles && !(client.changesFiles && client.takesDocumentChanges)) {
    return 'This editor can not let a language server make, rename or delete files. Use the command line instead.';
  }
  return undefined;
}

/** What happens in the one file that somebody looks at is seen without. */
function needsPreview({ workspace }: Session, { files }: Change): boolean {
  const [only, ...others] = files;
  return others.length > 0 || only?.kind !== 'edit' || workspace.texts.openText(only.file) === undefined;
}
