/** The environment matrix: what it shows, where that stands, and what a person enters there. */
import { buildMatrix, filesOfCell, matrixPlace } from '../features/matrix';
import { Draft } from '../refactor/draft';
import { make } from '../refactor/plan';
import { answer, withoutParams } from './answer';
import {
  bindMethod,
  matrixLocationMethod,
  matrixMethod,
  type BindParams,
  type BindResult,
  type MatrixLocationParams,
  type MatrixLocationResult,
  type MatrixResult,
} from './protocol';
import type { Session } from './session';

export function registerMatrix(session: Session): void {
  const { connection, workspace, convert } = session;
  connection.onRequest(
    matrixMethod,
    withoutParams(
      answer<undefined, MatrixResult>(session, matrixMethod, nothing, () => buildMatrix(workspace.snapshot)),
    ),
  );
  connection.onRequest(
    matrixLocationMethod,
    answer<MatrixLocationParams, MatrixLocationResult>(session, matrixLocationMethod, null, (params) => {
      const at = matrixPlace(workspace.snapshot, params.reference, params.environment);
      return at ? convert.location(at) : null;
    }),
  );
  connection.onRequest(
    bindMethod,
    answer<BindParams, BindResult>(session, bindMethod, { notes: [] }, (params) => editFor(session, params)),
  );
}

const nothing: MatrixResult = { environments: [], rows: [], solutions: [] };

/** All settings files of the environment that name the reference get it: it has one connection there. */
function editFor(
  { workspace, convert, client }: Session,
  { reference, environment, connectionId }: BindParams,
): BindResult {
  const { snapshot, documents } = workspace;
  const files = filesOfCell(snapshot, reference, environment);
  if (files.length === 0) {
    return { notes: [], message: `No deployment settings of '${environment}' are about '${reference}'.` };
  }
  const draft = new Draft(snapshot, documents);
  let title = '';
  for (const file of files) {
    const outcome = make(draft, { kind: 'bind', file, reference, connectionId });
    if (typeof outcome === 'object') return { notes: [], message: outcome.refused };
    title = outcome;
  }
  const { left, notes, ...change } = draft.finish(title);
  const edit = convert.workspaceEdit({ left, notes, ...change }, client);
  const [stays] = left;
  const message = stays?.reason;
  return { ...(edit && { edit }), notes: [...new Set(notes)], ...(message !== undefined && { message }) };
}
