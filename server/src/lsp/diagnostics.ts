/** Gives findings to the client: it pulls them where it can, else they are pushed. */
import { registerPulledDiagnostics } from './pulledDiagnostics';
import { registerPushedDiagnostics } from './pushedDiagnostics';
import type { Session } from './session';

export function registerDiagnostics(session: Session): void {
  if (session.client.pullsDiagnostics) registerPulledDiagnostics(session);
  else registerPushedDiagnostics(session);
}
