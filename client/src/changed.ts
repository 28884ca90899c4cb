/** Tells everybody when the server says that something has changed: a client by itself keeps only the last handler. */
import { EventEmitter, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { changedMethod, type Summary } from '../../server/src/lsp/protocol';

const emitters = new WeakMap<LanguageClient, EventEmitter<Summary>>();

/** Calls the listener with the new counts whenever the tree, the graph or the counts may be others. */
export function onChanged(client: LanguageClient, listener: (summary: Summary) => void): Disposable {
  let emitter = emitters.get(client);
  if (!emitter) {
    const created = new EventEmitter<Summary>();
    client.onNotification(changedMethod, (summary: Summary) => created.fire(summary));
    emitters.set(client, created);
    emitter = created;
  }
  return emitter.event(listener);
}
