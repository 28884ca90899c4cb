/** Wires the parts of the extension. Each has a file of its own. */
import { commands, type ExtensionContext } from 'vscode';
import type { Api } from './api';
import { activateArchives } from './archives';
import { activateConnections } from './connections';
import { activateCreateConfiguration } from './createConfiguration';
import { activateExplain } from './explain';
import { activateFixAll } from './fixAll';
import { activateGraph } from './graph/activate';
import { activateOutline } from './outline';
import { activateRefresh } from './refresh';
import { startServer } from './server';
import { activateShowPlaces } from './showPlaces';
import { activateSuppress } from './suppress';

export async function activate(context: ExtensionContext): Promise<Api> {
  // First of all: a folder that is an archive is what VS Code may be waiting for.
  const starting = startServer(context);
  activateArchives(context, starting);
  // Views and commands stay hidden until a workspace has made VS Code load the extension.
  await commands.executeCommand('setContext', 'connref.isActive', true);
  const client = await starting;
  activateExplain(context);
  activateFixAll(context, client);
  activateOutline(context, client);
  activateRefresh(context, client);
  activateSuppress(context, client);
  activateCreateConfiguration(context, client);
  activateShowPlaces(context, client);
  return { ...activateConnections(context, client), graph: activateGraph(context, client) };
}
