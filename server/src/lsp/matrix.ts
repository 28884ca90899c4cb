/** The environment matrix: what it shows, and where that stands. */
import { buildMatrix, matrixPlace } from '../features/matrix';
import { answer, withoutParams } from './answer';
import {
  matrixLocationMethod,
  matrixMethod,
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
}

const nothing: MatrixResult = { environments: [], rows: [], solutions: [] };
