/** Asks the client for the settings of each folder, at the start and whenever they or the folders change. */
import { readEditorSettings } from '../project/editorSettings';
import { follow } from './answer';
import type { Session } from './session';

const section = 'connref';

export function registerEditorSettings(session: Session): void {
  const { client, settings, indexing } = session;
  if (!client.hasConfiguration) return;
  settings.follow(() => follow(session, 'workspace/didChangeConfiguration', () => readAll(session))(undefined));
  session.onInitialized(() => {
    settings.register();
    indexing.onOpened(() => read(session));
    void readAll(session);
  });
}

/** As a part of reading the workspace: nothing is told under settings that hold no more. */
async function readAll(session: Session): Promise<void> {
  await session.indexing.run(() => read(session));
  session.changes.touch([]);
}

async function read({ connection, workspace, convert }: Session): Promise<void> {
  const { folders } = workspace;
  const items = [...folders.map((folder) => ({ scopeUri: convert.uri(folder), section })), { section }];
  const all = (await connection.workspace.getConfiguration(items)) as readonly unknown[];
  workspace.setEditorSettings(all.map((settings, i) => readEditorSettings(settings, folders[i])));
}
