/**
 * Declarations in the YAML source layout: a file for each, and a line in what the solution lists. What those files hold
 * is known from few examples, so a new one follows its neighbours.
 */
import type { Span } from '../base/span';
import { baseName, fold, parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import { isYaml } from '../project/documents';
import type { DeclaredReference, Snapshot, Solution } from '../project/snapshot';
import { contentSpan, nodeAt, property, type JsonNode } from '../syntax/json';
import { replaceValue, type JsonValue } from '../syntax/jsonEdit';
import type { XmlContent } from '../syntax/xmlEdit';
import { printYaml, printYamlText } from '../syntax/yamlPrint';
import type { Draft } from './draft';

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
  const label = `Declare '${logicalName}'`;
  const root = parentFolder(parentFolder(solution.root));
  const folder = neighbour ? parentFolder(parentFolder(neighbour.at.file)) : `${root}/connectionreferences`;
  const name =
    neighbour && !neighbour.at.file.endsWith('.xml') ? baseName(neighbour.at.file) : 'connectionreference.yml';
  const isWrapped = neighbour === undefined || neighbour.declaration.path.length > 0;
  const inner = asValue(content);
  const value = isWrapped ? { [content.name]: inner } : inner;
  const file = `${folder}/${logicalName}/${name}`;
  draft.create(file, isYaml(file) ? printYaml(value) : `${JSON.stringify(value, undefined, 2)}\n`, label);
  const listed = `${folder.slice(root.length + 1)}/${logicalName}`;
  if (!listComponent(draft, solution, listed, label)) {
    draft.note(`Add '/${listed}' to 'solutioncomponents.yml' of '${solution.name}': it lists no component to follow.`);
  }
}

export function removeYamlDeclaration(draft: Draft, { at, solution, logicalName }: DeclaredReference): void {
  if (!draft.mayEdit(at.file)) return;
  const label = `Remove '${logicalName}'`;
  draft.delete(at.file, label);
  const folder = parentFolder(at.file);
  const listed = folder.slice(parentFolder(parentFolder(solution.root)).length + 1);
  const file = componentsFile(solution);
  const text = draft.json(file)?.text;
  const going = componentsOf(draft, file).filter(({ path }) => isSamePath(path, listed));
  if (text === undefined || going.length === 0) return;
  draft.edit(
    file,
    going.map(({ item }) => ({ span: linesOf(text, item), newText: '' })),
    label,
  );
}

/**
 * Moves the folder of a declaration whose name is that of its reference, and what solutions list follows. A declaration
 * that has no folder of its own stays where it is.
 */
export function moveYamlDeclaration(
  draft: Draft,
  snapshot: Snapshot,
  { at: { file }, solution, logicalName }: DeclaredReference,
  to: string,
): void {
  const folder = parentFolder(file);
  const text = draft.text(file);
  if (fold(baseName(folder)) !== fold(logicalName) || text === undefined || !draft.mayEdit(file)) return;
  const label = `Rename '${logicalName}' to '${to}'`;
  const target = `${parentFolder(folder)}/${to}`;
  // On a disk that ignores case, both are one file.
  if (fold(target) === fold(folder)) return;
  draft.create(`${target}/${baseName(file)}`, text, label);
  draft.delete(file, label);
  const root = parentFolder(parentFolder(solution.root));
  const listedAs = (path: FileId): string => path.slice(root.length + 1);
  for (const other of solutionsBelow(snapshot, root)) {
    relistComponent(draft, other, listedAs(folder), listedAs(target), label);
  }
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

/** A reference of the same solution, else of another one that shares the folder. */
function neighbourOf(snapshot: Snapshot, solution: Solution): DeclaredReference | undefined {
  const around = solutionsBelow(snapshot, parentFolder(parentFolder(solution.root)));
  return solution.declarations[0] ?? around.flatMap(({ declarations }) => declarations)[0];
}

function solutionsBelow({ solutions }: Snapshot, root: FileId): readonly Solution[] {
  return solutions.filter((solution) => parentFolder(parentFolder(solution.root)) === root);
}

/** Attributes have an `@` before their name; numbers are written as such. */
function asValue({ attributes = {}, text, children = [] }: XmlContent): JsonValue {
  if (text !== undefined) return /^\d$/.test(text) ? Number(text) : text;
  return Object.fromEntries([
    ...Object.entries(attributes).map(([name, value]) => [`@${name}`, value] as const),
    ...children.map((child) => [child.name, asValue(child)] as const),
  ]);
}

interface ListedComponent {
  readonly path: string;
  /** The text that holds the path. */
  readonly node: JsonNode;
  readonly item: JsonNode;
}

function componentsFile({ root, file }: Solution): FileId {
  return `${root}/solutioncomponents${/\.ya?ml$/i.exec(file)?.[0] ?? '.yml'}`;
}

function componentsOf(draft: Draft, file: FileId): ListedComponent[] {
  const document = draft.json(file);
  const list = document && nodeAt(document, ['SolutionComponents', 'Component']);
  if (!document || list?.type !== 'array') return [];
  return list.items.flatMap((item) => {
    const { start } = linesOf(document.text, item);
    // In brackets, several could share a line.
    if (!/^\s*-\s*$/.test(document.text.slice(start, item.start))) return [];
    const node = property(item, '@path') ?? property(item, 'path') ?? item;
    return typeof node.value === 'string' ? [{ path: node.value, node, item }] : [];
  });
}

/** Lists a component as the last one of its kind, or of all, is listed. */
function listComponent(draft: Draft, solution: Solution, path: string, label: string): boolean {
  const file = componentsFile(solution);
  const text = draft.json(file)?.text;
  const components = componentsOf(draft, file);
  const [kind = ''] = path.split('/', 1);
  const model =
    components.findLast((component) => component.path.replace(/^\//, '').startsWith(`${kind}/`)) ?? components.at(-1);
  if (text === undefined || !model || !draft.mayEdit(file)) return false;
  const { start, end } = linesOf(text, model.item);
  const lines = text.slice(start, end);
  const written = contentSpan(model.node);
  const slash = model.path.startsWith('/') ? '/' : '';
  const line = lines.slice(0, written.start - start) + slash + path + lines.slice(written.end - start);
  const newText = /[\r\n]$/.test(lines) ? line : `\n${line}`;
  draft.edit(file, [{ span: { start: end, end }, newText }], label);
  return true;
}

function relistComponent(draft: Draft, solution: Solution, from: string, to: string, label: string): void {
  const file = componentsFile(solution);
  const edits = componentsOf(draft, file)
    .filter(({ path }) => isSamePath(path, from))
    .map(({ path, node }) => {
      const { start } = contentSpan(node);
      const folderStart = start + (path.startsWith('/') ? 1 : 0);
      return { span: { start: folderStart, end: folderStart + from.length }, newText: to };
    });
  if (edits.length > 0 && draft.mayEdit(file)) draft.edit(file, edits, label);
}

function isSamePath(written: string, path: string): boolean {
  const bare = written.replace(/^\//, '').toLowerCase();
  return bare === path.toLowerCase() || bare.startsWith(`${path.toLowerCase()}/`);
}

/** The lines on which an item of a list stands, the line end included. */
function linesOf(text: string, { start, end }: JsonNode): Span {
  const next = text.indexOf('\n', start + text.slice(start, end).trimEnd().length);
  return { start: text.lastIndexOf('\n', start) + 1, end: next < 0 ? text.length : next + 1 };
}
