/**
 * Declarations in the YAML source layout: a file for each, and a line in what the solution lists. What those files hold
 * is known from few examples, so a new one follows its neighbours.
 */
import { baseName, fold, parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import { isYaml } from '../project/documents';
import type { DeclaredReference, Snapshot, Solution } from '../project/snapshot';
import { nodeAt, property } from '../syntax/json';
import { replaceValue, type JsonValue } from '../syntax/jsonEdit';
import type { XmlContent } from '../syntax/xmlEdit';
import { printYaml, printYamlText } from '../syntax/yamlPrint';
import type { Draft } from './draft';
import { listComponent, moveComponent, sharedRootOf, solutionsAround, unlistComponent } from './yamlComponents';

export function isYamlSolution({ files }: Snapshot, { file }: Solution): boolean {
  const facts = files.get(file);
  return facts?.kind === 'solution' && facts.isYaml === true;
}

export function addYamlDeclaration(
  draft: Draft,
  snapshot: Snapshot,
  solution: Solution,
  logicalName: string,
  content: XmlContent,
): void {
  const neighbour = neighbourOf(snapshot, solution);
  const label = draft.l10n.t("Declare '{0}'", logicalName);
  const root = sharedRootOf(solution);
  const folder = neighbour ? parentFolder(parentFolder(neighbour.at.file)) : `${root}/connectionreferences`;
  const name =
    neighbour && !neighbour.at.file.endsWith('.xml') ? baseName(neighbour.at.file) : 'connectionreference.yml';
  const isWrapped = neighbour === undefined || neighbour.declaration.path.length > 0;
  const inner = asValue(content);
  const value = isWrapped ? { [content.name]: inner } : inner;
  const file = `${folder}/${logicalName}/${name}`;
  const text = isYaml(file) ? printYaml(value) : `${JSON.stringify(value, undefined, 2)}\n`;
  const like = neighbour?.at.file ?? solution.file;
  draft.create(file, text.replaceAll('\n', lineEndOf(draft, like)), label, like);
  const listed = `${folder.slice(root.length + 1)}/${logicalName}`;
  if (!listComponent(draft, solution, listed, label)) {
    draft.note(
      draft.l10n.t(
        "Add '/{0}' to 'solutioncomponents.yml' of '{1}': it lists no component to follow.",
        listed,
        solution.name,
      ),
    );
  }
}

export function removeYamlDeclaration(draft: Draft, snapshot: Snapshot, declared: DeclaredReference): void {
  const { at, solution, logicalName } = declared;
  if (!draft.mayEdit(at.file)) return;
  const label = draft.l10n.t("Remove '{0}'", logicalName);
  draft.delete(at.file, label);
  const listed = listedPath(declared);
  for (const one of solutionsAround(snapshot, solution)) unlistComponent(draft, one, listed, label);
}

/** Each reference has a folder of its name, which follows when that changes. */
export function moveYamlDeclaration(draft: Draft, snapshot: Snapshot, declared: DeclaredReference, to: string): void {
  const { at, solution, logicalName } = declared;
  const folder = parentFolder(at.file);
  // Where case makes no difference, the new folder would be the old one.
  if (fold(logicalName) === fold(to) || fold(baseName(folder)) !== fold(logicalName)) return;
  if (!draft.mayEdit(at.file)) return;
  const label = draft.l10n.t("Rename '{0}' to '{1}'", logicalName, to);
  draft.move(at.file, `${parentFolder(folder)}/${to}/${baseName(at.file)}`, label);
  const listed = listedPath(declared);
  const moved = `${parentFolder(listed)}/${to}`;
  for (const one of solutionsAround(snapshot, solution)) moveComponent(draft, one, listed, moved, label);
}

/** @returns whether there is a display name to change. */
export function setYamlDisplayName(
  draft: Draft,
  { at: { file }, declaration: { path } }: DeclaredReference,
  displayName: string,
  label: string,
): boolean {
  const document = draft.json(file);
  const element = document && nodeAt(document, path);
  const names = ['connectionreferencedisplayname', '@connectionreferencedisplayname'];
  const name = names.find((candidate) => element && property(element, candidate));
  const node = name === undefined || !element ? undefined : property(element, name);
  if (!document || !node || name === undefined) return false;
  const edits = isYaml(file)
    ? [{ span: { start: node.start, end: node.end }, newText: printYamlText(displayName) }]
    : replaceValue(document, [...path, name], displayName);
  draft.edit(file, edits, label);
  return true;
}

function lineEndOf(draft: Draft, file: FileId): string {
  return /\r?\n/.exec(draft.text(file) ?? '')?.[0] ?? '\n';
}

/** The folder of a declaration as solutions list it. */
function listedPath({ at, solution }: DeclaredReference): string {
  return parentFolder(at.file).slice(sharedRootOf(solution).length + 1);
}

/** A reference of the same solution, else of another one that shares the folder. */
function neighbourOf(snapshot: Snapshot, solution: Solution): DeclaredReference | undefined {
  const around = solutionsAround(snapshot, solution).flatMap(({ declarations }) => declarations);
  return solution.declarations[0] ?? around[0];
}

/** Attributes have an `@` before their name; numbers are written as such. */
function asValue({ attributes = {}, text, children = [] }: XmlContent): JsonValue {
  if (text !== undefined) return /^\d$/.test(text) ? Number(text) : text;
  return Object.fromEntries([
    ...Object.entries(attributes).map(([name, value]) => [`@${name}`, value] as const),
    ...children.map((child) => [child.name, asValue(child)] as const),
  ]);
}
