/**
 * The ways to be told of a finding no more, as the light bulb offers them, and the changes that they make: an entry or a
 * severity in the nearest `connref.json`, or a comment in `Customizations.xml`.
 */
import type { L10n } from '../base/l10n';
import { Multimap } from '../base/multimap';
import { applyEdits, type TextEdit } from '../base/textEdit';
import type { Facts } from '../model/facts';
import { baseName } from '../model/names';
import type { FileId } from '../model/place';
import { globFor } from '../project/configuration';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import type { Change, Refusal } from '../refactor/change';
import { Draft } from '../refactor/draft';
import type { Finding } from '../rules/rule';
import { stablePointer } from '../rules/suppress';
import { parseJson, nodeAt, type JsonDocument, type JsonValue } from '../syntax/json';
import { appendCommentedItems, setCommentedProperty } from '../syntax/jsoncEdit';
import { elementAt } from '../syntax/xml';
import { commentAbove } from '../syntax/xmlEdit';
import type { Findings } from './codeActions';
import { starterConfiguration } from './starterConfiguration';

/** Here by an entry of the configuration, here by a comment, in the whole file, or wherever the configuration holds. */
export type SuppressionScope = 'here' | 'comment' | 'file' | 'rule';

export interface SuppressionRequest {
  readonly rule: string;
  readonly scope: SuppressionScope;
  readonly file: FileId;
  /** Stable pointers of the findings: for those that are suppressed here. */
  readonly pointers: readonly string[];
}

export interface OfferedSuppression extends SuppressionRequest {
  readonly title: string;
  /** One of those that it would suppress. */
  readonly finding: Finding;
}

/** What is offered for findings of one file, for each rule once. */
export function suppressionsFor(
  { snapshot, isReadOnly }: Findings,
  findings: readonly Finding[],
  l10n: L10n,
): readonly OfferedSuppression[] {
  const byRule = new Multimap<string, Finding>();
  for (const finding of findings) byRule.add(finding.rule.id, finding);
  return [...byRule.entries()].flatMap(([rule, ofRule]) => {
    const [finding] = ofRule;
    const facts = finding && snapshot.files.get(finding.file);
    if (!facts) return [];
    const pointers = [...new Set(ofRule.map((one) => stablePointer(one, facts)))].filter((pointer) => pointer !== '');
    const offer = (scope: SuppressionScope, title: string): OfferedSuppression[] => [
      { rule, scope, file: finding.file, pointers, title, finding },
    ];
    return [
      ...(pointers.length > 0 && canBeSuppressed(facts) ? offer('here', l10n.t("Suppress '{0}' here…", rule)) : []),
      ...(pointers.length > 0 && facts.kind === 'customizations' && !isReadOnly(finding.file)
        ? offer('comment', l10n.t("Suppress '{0}' here by a comment…", rule))
        : []),
      ...(canBeSuppressed(facts) ? offer('file', l10n.t("Suppress '{0}' for this file…", rule)) : []),
      ...offer('rule', l10n.t("Turn '{0}' off in connref.json", rule)),
    ];
  });
}

/**
 * @param folders that are open: a configuration is made in the one around the file where there is none.
 * @param reason why, as a person has put it.
 */
export function suppress(
  workspace: Findings & { readonly documents: Documents },
  folders: readonly FileId[],
  request: SuppressionRequest,
  reason: string,
): Change | Refusal {
  const { snapshot, documents } = workspace;
  const draft = new Draft(snapshot, documents);
  const title = request.scope === 'rule' ? `Turn '${request.rule}' off` : `Suppress '${request.rule}'`;
  const refused =
    request.scope === 'comment'
      ? addComments(workspace, draft, title, request, reason)
      : changeConfiguration(draft, folders, title, request, reason);
  return refused ?? draft.finish(title);
}

function changeConfiguration(
  draft: Draft,
  folders: readonly FileId[],
  title: string,
  request: SuppressionRequest,
  reason: string,
): Refusal | undefined {
  const { snapshot } = draft;
  const known = snapshot.configurationOf(request.file).file;
  if (known === undefined) {
    const writable = folders.filter((folder) => !draft.isReadOnly(folder));
    const file = newConfiguration(writable, request.file);
    if (file === undefined) {
      return { refused: `${baseName(request.file)} lies in no folder that is open and could hold a configuration.` };
    }
    draft.create(file, firstConfiguration(snapshot, file, request, reason), title);
    return undefined;
  }
  if (draft.isReadOnly(known)) return { refused: `${baseName(known)} was not changed: it can't be written.` };
  const document = draft.json(known);
  if (document?.text.trim() === '') {
    const newText = firstConfiguration(snapshot, known, request, reason);
    draft.edit(known, [{ span: { start: 0, end: 0 }, newText }], title);
    return undefined;
  }
  const problem = whyNot(snapshot.allFiles.get(known), document);
  if (!document || problem !== undefined) {
    return { refused: `${baseName(known)} was not changed: ${problem ?? 'it is gone.'}` };
  }
  draft.edit(known, configurationEdits(document, known, request, reason), title);
  return undefined;
}

function firstConfiguration(snapshot: Snapshot, file: FileId, request: SuppressionRequest, reason: string): string {
  const text = starterConfiguration(snapshot, file);
  return applyEdits(text, configurationEdits(parseJson(text), file, request, reason));
}

/** The file that a configuration for a file of the workspace would be; undefined outside of all open folders. */
function newConfiguration(folders: readonly FileId[], file: FileId): FileId | undefined {
  const around = folders.filter((folder) => file.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
  return around[0] === undefined ? undefined : `${around[0]}/connref.json`;
}

/** Entries for findings in the configuration itself would have to be told as unused. */
function canBeSuppressed({ kind }: Facts): boolean {
  return kind !== 'configuration' && kind !== 'baseline';
}

/** An edit of a text that is not understood would make it worse. */
function whyNot(facts: Facts | undefined, document: JsonDocument | undefined): string | undefined {
  if (facts?.problems.length !== 0) return 'it does not parse. Correct it first.';
  if (!document || nodeAt(document, [])?.type !== 'object') return 'a configuration must be an object.';
  const wrong = (['suppressions', 'rules'] as const).find((name) => {
    const node = nodeAt(document, [name]);
    return node && node.type !== (name === 'rules' ? 'object' : 'array');
  });
  return wrong && `'${wrong}' has a wrong type. Correct it first.`;
}

function configurationEdits(
  document: JsonDocument,
  configuration: FileId,
  request: SuppressionRequest,
  reason: string,
): TextEdit[] {
  if (request.scope === 'rule') return turnOff(document, request.rule);
  const { rule, file, scope, pointers } = request;
  const base = { rule, files: globFor(configuration, file) ?? baseName(file) };
  const entries = scope === 'file' ? [{ ...base, reason }] : pointers.map((pointer) => ({ ...base, pointer, reason }));
  return nodeAt(document, ['suppressions'])
    ? appendCommentedItems(document, ['suppressions'], entries)
    : setCommentedProperty(document, [], 'suppressions', entries);
}

/** An override that says something else of the rule would win, so it is set as well. */
function turnOff(document: JsonDocument, rule: string): TextEdit[] {
  const off: JsonValue = 'off';
  const overrides = nodeAt(document, ['overrides'])?.items ?? [];
  return [
    ...(nodeAt(document, ['rules'])
      ? setCommentedProperty(document, ['rules'], rule, off)
      : setCommentedProperty(document, [], 'rules', { [rule]: off })),
    ...overrides.flatMap((_, index) => {
      const path = ['overrides', index, 'rules'];
      return nodeAt(document, [...path, rule]) ? setCommentedProperty(document, path, rule, off) : [];
    }),
  ];
}

function addComments(
  workspace: Findings & { readonly documents: Documents },
  draft: Draft,
  title: string,
  { file, rule, pointers }: SuppressionRequest,
  reason: string,
): Refusal | undefined {
  const facts = workspace.snapshot.files.get(file);
  const document = draft.xml(file);
  if (!facts || !document || facts.problems.length > 0) {
    return { refused: `${baseName(file)} was not changed: it does not parse. Correct it first.` };
  }
  const edits = new Map<number, TextEdit>();
  for (const finding of workspace.findingsOf(file)) {
    const { place } = finding;
    if (finding.rule.id !== rule || !('path' in place) || !pointers.includes(stablePointer(finding, facts))) continue;
    const isAttribute = String(place.path.at(-1)).startsWith('@');
    const element = elementAt(document, isAttribute ? place.path.slice(0, -1) : place.path);
    const edit = element && commentAbove(document, element, `connref-disable-next-line ${rule}: ${reason}`);
    if (edit) edits.set(edit.span.start, edit);
  }
  if (edits.size === 0) {
    return { refused: 'A comment needs a line of its own above the element. Suppress it here instead.' };
  }
  draft.edit(file, [...edits.values()], title);
  return undefined;
}
