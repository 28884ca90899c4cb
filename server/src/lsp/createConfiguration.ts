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
function create({ workspace, convert, client, l10n }: Session, folderUri: string): CreateConfigurationResult {
  const { snapshot } = workspace;
  const file = `${convert.file(folderUri)}/connref.json`;
  const known = snapshot.configurationOf(file).file;
  if (known !== undefined) return { uri: convert.uri(known) };
  const draft = new Draft(snapshot, workspace.documents, l10n);
  const title = l10n.t('Create a configuration');
  draft.create(file, starterConfiguration(snapshot, file), title);
  const edit = convert.workspaceEdit(draft.finish(title), client);
  return { uri: convert.uri(file), ...(edit && { edit }) };
}
