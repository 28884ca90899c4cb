/** What a solution of the YAML source layout lists as its own, in `solutioncomponents.yml`: the paths of folders. */
import { parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import type { Snapshot, Solution } from '../project/snapshot';
import { contentSpan, nodeAt, property, type JsonNode } from '../syntax/json';
import type { Draft } from './draft';
import { linesOf, removalOf } from './yamlLines';

/** The folder that solutions of this layout share. */
export function sharedRootOf({ root }: Pick<Solution, 'root'>): FileId {
  return parentFolder(parentFolder(root));
}

/** The solutions that share their folder with this one, which is among them. */
export function solutionsAround({ solutions }: Snapshot, solution: Solution): readonly Solution[] {
  return solutions.filter((other) => sharedRootOf(other) === sharedRootOf(solution));
}

/**
 * Lists a component as the last one of its kind, or of all, is listed.
 * @param path from the shared folder.
 * @returns whether there was one to follow.
 */
export function listComponent(draft: Draft, solution: Solution, path: string, label: string): boolean {
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
  const newText = /[\r\n]$/.test(lines) ? line : (/\r?\n/.exec(text)?.[0] ?? '\n') + line;
  draft.edit(file, [{ span: { start: end, end }, newText }], label);
  return true;
}

/** Takes a component off the list. */
export function unlistComponent(draft: Draft, solution: Solution, path: string, label: string): void {
  const file = componentsFile(solution);
  const text = draft.json(file)?.text;
  const going = componentsOf(draft, file).filter((component) => isSamePath(component.path, path));
  if (text === undefined || going.length === 0 || !draft.mayEdit(file)) return;
  draft.edit(
    file,
    going.map(({ item }) => removalOf(text, item)),
    label,
  );
}

/** Lists a component under another path. */
export function moveComponent(draft: Draft, solution: Solution, from: string, to: string, label: string): void {
  const file = componentsFile(solution);
  const text = draft.json(file)?.text;
  const moving = componentsOf(draft, file).filter(({ path }) => isSamePath(path, from));
  if (text === undefined || moving.length === 0 || !draft.mayEdit(file)) return;
  const edits = moving.flatMap(({ node }) => {
    const span = contentSpan(node);
    const start = text.toLowerCase().indexOf(from.toLowerCase(), span.start);
    const end = start + from.length;
    return start < 0 || end > span.end ? [] : [{ span: { start, end }, newText: to }];
  });
  draft.edit(file, edits, label);
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

function isSamePath(written: string, path: string): boolean {
  const bare = written.replace(/^\//, '').toLowerCase();
  return bare === path.toLowerCase() || bare.startsWith(`${path.toLowerCase()}/`);
}
