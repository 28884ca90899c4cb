/**
 * What could be typed at an offset of a file, and the edit that writes it: a whole value, with the quotes, escapes and
 * commas that the place needs. It works in the half-typed text of an editor.
 */
import { english, type L10n } from '../base/l10n';
import type { Span } from '../base/span';
import type { TextEdit } from '../base/textEdit';
import type { Facts } from '../model/facts';
import { kindOfFile } from '../model/fileKind';
import type { FileId } from '../model/place';
import { mayBeSettings } from '../model/settings';
import { isYaml, readsAsJson, type Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { jsonCursorAt, type JsonCursor } from '../syntax/jsonCursor';
import { nodeAt, nodeAtOffset, property, type JsonDocument } from '../syntax/json';
import { elementAround, type XmlDocument } from '../syntax/xml';
import { xmlCursorAt } from '../syntax/xmlCursor';
import { yamlCursorAt } from '../syntax/yamlCursor';
import { configurationProposals } from './configurationProposals';
import { flowProposals } from './flowProposals';
import { markupProposals } from './markupProposals';
import type { Proposal } from './proposals';
import { settingsProposals } from './settingsProposals';
import { expressionWriter, jsonEntry, jsonWriter, xmlWriter, yamlWriter, type Writer } from './completionText';

export interface Completions {
  /** What each of them replaces; the offset lies in it. */
  readonly span: Span;
  /** Best first. */
  readonly items: readonly Completion[];
}

export interface Completion extends Pick<Proposal, 'kind' | 'label' | 'detail' | 'words' | 'about'> {
  readonly newText: string;
  /** Whether `newText` holds `$1` where something is still to be filled in, and escapes. */
  readonly isSnippet?: true;
  /** The comma that is missing before. */
  readonly before?: TextEdit;
}

export function completionsAt(
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  offset: number,
  l10n: L10n = english,
): Completions | undefined {
  if (readsAsJson(file) && !isYaml(file)) return inJson(l10n, snapshot, documents, file, offset);
  const kind = snapshot.files.get(file)?.kind;
  if (!kind) return undefined;
  return isYaml(file)
    ? inYaml(l10n, snapshot, documents.json(file), file, kind, offset)
    : inXml(l10n, snapshot, documents.xml(file), file, kind, offset);
}

function inJson(
  l10n: L10n,
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  offset: number,
): Completions | undefined {
  const facts = snapshot.files.get(file);
  // What a configuration excludes is taken for not there.
  if (!facts && snapshot.allFiles.has(file)) return undefined;
  const kind = facts?.kind ?? kindOfFile(file);
  if (!facts && kind === 'settings' && !mayBeSettings(documents.text(file) ?? '')) return undefined;
  const document = documents.json(file);
  const cursor = document && jsonCursorAt(document.text, offset);
  if (!document || cursor?.on !== 'value') return undefined;
  switch (kind) {
    case 'configuration':
      return write(jsonWriter(cursor), configurationProposals(l10n, snapshot, file, cursor.path));
    case 'customizations': {
      const name = String(cursor.path.at(-1)).replace('@', '');
      return write(jsonWriter(cursor), markupProposals(l10n, snapshot, file, 'customizations', { name }));
    }
    case 'flow': {
      const found = facts?.kind === 'flow' && flowProposals(l10n, snapshot, file, facts, document, cursor.path);
      if (found) {
        const writer = found.inExpression ? expressionWriter(cursor, document.text, offset) : jsonWriter(cursor);
        return write(writer, found.proposals);
      }
      return inSettings(l10n, snapshot, file, document, cursor);
    }
    default:
      return inSettings(l10n, snapshot, file, document, cursor);
  }
}

function inSettings(
  l10n: L10n,
  snapshot: Snapshot,
  file: FileId,
  document: JsonDocument,
  cursor: JsonCursor,
): Completions | undefined {
  const proposals = settingsProposals(l10n, snapshot, file, document, cursor.path);
  if (!proposals) return undefined;
  const list = nodeAt(document, cursor.path.slice(0, -1));
  const entries = proposals.flatMap(({ entry, ...rest }): Completion[] =>
    entry && list ? [{ ...rest, ...jsonEntry(document, list, entry, cursor) }] : [],
  );
  if (entries.length === 0) return write(jsonWriter(cursor), proposals);
  // An entry is no text.
  return cursor.isOpened ? undefined : { span: cursor.span, items: entries };
}

function inXml(
  l10n: L10n,
  snapshot: Snapshot,
  document: XmlDocument | undefined,
  file: FileId,
  kind: Facts['kind'],
  offset: number,
): Completions | undefined {
  const cursor = document && xmlCursorAt(document.text, offset);
  if (!cursor) return undefined;
  const element = elementAround(document, cursor.tagStart + 1);
  const around = cursor.attribute === undefined ? element?.parent : element;
  const connectorId = around?.children.find(({ name }) => name === 'connectorid')?.text.trim();
  return write(
    xmlWriter(cursor),
    markupProposals(l10n, snapshot, file, kind, {
      name: cursor.attribute ?? cursor.element,
      ...(around && { owner: around.name }),
      ...(connectorId !== undefined && { connectorId }),
    }),
  );
}

function inYaml(
  l10n: L10n,
  snapshot: Snapshot,
  document: JsonDocument | undefined,
  file: FileId,
  kind: Facts['kind'],
  offset: number,
): Completions | undefined {
  const cursor = document && yamlCursorAt(document.text, offset);
  if (!cursor) return undefined;
  const around = nodeAtOffset(document, cursor.nameStart)?.node.parent;
  const sibling = around && (property(around, 'connectorId') ?? property(around, 'connectorid'))?.value;
  return write(
    yamlWriter(cursor),
    markupProposals(l10n, snapshot, file, kind, {
      name: cursor.property.replace('@', ''),
      ...(around?.key && { owner: around.key.name }),
      ...(typeof sibling === 'string' && { connectorId: sibling }),
    }),
  );
}

function write(
  { span, text, before, words }: Writer,
  proposals: readonly Proposal[] | undefined,
): Completions | undefined {
  if (!proposals || proposals.length === 0) return undefined;
  const items = proposals.map((proposal): Completion => ({
    ...proposal,
    newText: text(proposal.value ?? proposal.label),
    ...(words && { words: words(proposal.label) }),
    ...(before && { before }),
  }));
  return { span, items };
}
