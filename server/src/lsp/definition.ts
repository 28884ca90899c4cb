import type { Definition, DefinitionLink, DefinitionParams } from 'vscode-languageserver/node';
import { definitionAt } from '../features/definition';
import type { FilePlace } from '../model/place';
import { locateAround } from '../project/around';
import { answer } from './answer';
import type { Session } from './session';

export function registerDefinition(session: Session): void {
  session.connection.onDefinition(
    answer<DefinitionParams, Definition | DefinitionLink[] | null>(session, 'textDocument/definition', null, (params) =>
      define(session, params),
    ),
  );
}

function define(session: Session, { textDocument, position }: DefinitionParams): Definition | DefinitionLink[] | null {
  const { workspace, convert, client } = session;
  const file = convert.file(textDocument.uri);
  const offset = convert.offset(file, position);
  const found = offset === undefined ? undefined : definitionAt(workspace.snapshot, workspace.documents, file, offset);
  if (!found) return null;
  if (!client.linksDefinitions) return found.targets.map((target) => convert.location(target));
  const originSelectionRange = convert.range(file, found.span);
  return found.targets.map((target) => ({ originSelectionRange, ...toLink(session, target) }));
}

function toLink({ workspace, convert }: Session, target: FilePlace): DefinitionLink {
  const { uri, range } = convert.location(target);
  const targetRange = convert.range(target.file, locateAround(workspace.documents, target));
  return { targetUri: uri, targetRange, targetSelectionRange: range };
}
