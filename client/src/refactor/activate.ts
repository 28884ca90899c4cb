/** The commands that change the workspace. Each asks for what its place leaves open, and shows the change before. */
import { commands, window, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { RefactorRequest, Target } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { convert } from './convert';
import { createReference } from './createReference';
import { createSettings } from './createSettings';
import { declareReference } from './declare';
import { mergeKeys, switchRuntimeSource } from './keys';
import { mergeReferences } from './mergeReferences';
import { removeReference, removeUnused } from './remove';
import { applyNaming, renameDisplayName, renameReference } from './rename';
import { bind, copyBindings, updateSettings } from './settings';
import { targetOf } from './target';
import { convertKey, useGiven, useReference } from './useReference';

type Command = (client: LanguageClient, target: Target, isAtCursor: boolean) => Promise<void>;

const refactorings: Readonly<Record<string, Command>> = {
  'connref.convert': (client, target) =>
    target.key === undefined ? convert(client, target, 'flow') : convertKey(client, target),
  'connref.useReferencesInFile': (client, target) => convert(client, target, 'flow'),
  'connref.useReferencesInSolution': (client, target) => convert(client, target, 'solution'),
  'connref.useReferencesInWorkspace': (client) => convert(client, {}, 'workspace'),
  'connref.createReference': createReference,
  'connref.declareReference': declareReference,
  'connref.useReference': useReference,
  'connref.mergeReferences': mergeReferences,
  'connref.rename': renameReference,
  'connref.renameDisplayName': renameDisplayName,
  'connref.applyNaming': applyNaming,
  'connref.removeUnused': removeUnused,
  'connref.removeReference': removeReference,
  'connref.bind': bind,
  'connref.copyBindings': copyBindings,
  'connref.createSettings': createSettings,
  'connref.updateSettings': updateSettings,
  'connref.switchRuntimeSource': switchRuntimeSource,
  'connref.mergeKeys': mergeKeys,
};

export function activateRefactorings({ subscriptions }: ExtensionContext, client: LanguageClient): void {
  for (const [id, command] of Object.entries(refactorings)) {
    subscriptions.push(
      commands.registerCommand(id, async (argument: unknown) => {
        const isAtCursor = argument === undefined && window.activeTextEditor !== undefined;
        await command(client, await targetOf(client, argument), isAtCursor);
      }),
    );
  }
  subscriptions.push(
    commands.registerCommand('connref.refactor', (request: RefactorRequest) => makeRequest(client, request)),
  );
}

/** What the light bulb asks for. The names of a new reference are proposals, and some of it is left to people. */
async function makeRequest(client: LanguageClient, request: RefactorRequest): Promise<void> {
  const entry = request.kind === 'create' ? request.entries?.[0] : undefined;
  if (entry) await createReference(client, entry);
  else if (request.kind === 'use' && request.declares === undefined) await useGiven(client, request);
  else await applyRequest(client, request);
}
