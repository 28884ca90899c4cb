/** Wires the parts of the extension. Each has a file of its own. */
import { commands, type ExtensionContext } from 'vscode';
import type { Api } from './api';
import { activateArchives } from './archives';
import { activateConnections } from './connections';
import { activateCreateConfiguration } from './createConfiguration';
import { activateExplain } from './explain';
import { activateFixAll } from './fixAll';
import { activateGraph } from './graph/activate';
import { activateMatrix } from './matrix/activate';
import { activateNeeds } from './needs';
import { activateOutline } from './outline';
import { activatePages } from './pages';
import { activateRefactorings } from './refactor/activate';
import { shownQuestion } from './refactor/dialog';
import { activateRefresh } from './refresh';
import { activateReportIssue } from './reportIssue';
import { createClient } from './server';
import { activateShowPlaces } from './showPlaces';
import { activateStatus } from './status';
import { activateSuppress } from './suppress';

export async function activate(context: ExtensionContext): Promise<Api> {
  const client = createClient(context);
  const status = activateStatus(context, client);
  activateReportIssue(context, client);
  // Before anything is waited for: a folder that is an archive is what VS Code may be waiting for.
  const starting = client.start().then(() => client);
  activateArchives(context, starting);
  // Views and commands stay hidden until a workspace has made VS Code load the extension.
  await commands.executeCommand('setContext', 'connref.isActive', true);
  await starting;
  activateExplain(context);
  activateFixAll(context, client);
  activateOutline(context, client);
  activateRefresh(context, client);
  activateSuppress(context, client);
  activateCreateConfiguration(context, client);
  activateShowPlaces(context, client);
  activateRefactorings(context, client);
  activatePages(context, client);
  activateNeeds(context, client);
  void status.start();
  const graph = activateGraph(context, client);
  const matrix = activateMatrix(context, client);
  return { ...activateConnections(context, client), question: shownQuestion, graph, matrix, status };
}
