import { starterConfiguration } from '../features/starterConfiguration';
import { Draft } from '../refactor/draft';
import { answer } from './answer';
import { createConfigurationMethod, type CreateConfigurationParams, type CreateConfigurationResult } from './protocol';
import type { Session } from './session';

export function registerCreateConfiguration(session: Session): void {
  session.connection.onRequest(
    createConfigurationMethod,
    answer<CreateConfigurationParams, CreateConfigurationResult | null>(
      session,
      createConfigurationMethod,
      null,
      ({ folderUri }) => create(session, folderUri),
    ),
  );
}

/** A second configuration below another would hide that one, so the one that holds is given where there is one. */
function create({ workspace, convert, client }: Session, folderUri: string): CreateConfigurationResult {
  const { snapshot } = workspace;
  const file = `${convert.file(folderUri)}/connref.json`;
  const known = snapshot.configurationOf(file).file;
  if (known !== undefined) return { uri: convert.uri(known) };
  const draft = new Draft(snapshot, workspace.documents);
  draft.create(file, starterConfiguration(snapshot, file), 'Create a configuration');
  const edit = convert.workspaceEdit(draft.finish('Create a configuration'), client);
  return { uri: convert.uri(file), ...(edit && { edit }) };
}
