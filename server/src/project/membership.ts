/** Which solutions a workspace holds, and which of them each file belongs to. */
import type { Facts, SolutionFacts, SolutionPartFacts } from '../model/facts';
import { liesOutsideSolutions } from '../model/fileKind';
import { baseName, fold, parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import { guidInPath } from './flowNames';

/** A solution and its files. */
export interface Members {
  /** Of the YAML source layout, where several solutions share their files, the folder of its manifest. */
  readonly root: FileId;
  /** `Solution.xml` or `solution.yml`. */
  readonly file: FileId;
  readonly facts: SolutionFacts;
  /** The files beside a `solution.yml` that say more of it. */
  readonly parts: readonly SolutionPartFacts[];
  readonly files: readonly (readonly [FileId, Facts])[];
}

export interface Membership {
  /** By root folder. */
  readonly solutions: readonly Members[];
  /** The root of the solution that a file belongs to, also of a file that is not there. */
  rootOf(file: FileId): FileId | undefined;
}

type Manifest = Omit<Members, 'files'>;

/** @param files sorted by name. */
export function findMembers(files: ReadonlyMap<FileId, Facts>): Membership {
  const manifests = findManifests(files);
  const shared = groupByFolder([...manifests.values()].filter(({ facts }) => facts.isYaml));
  const findRoot = (file: FileId): FileId | undefined => {
    if (liesOutsideSolutions(file)) return undefined;
    const own = findAbove(manifests, file);
    const around = findAbove(shared, file);
    const isDeeper = around && (!own || own.root.length < around.folder.length);
    return isDeeper ? chooseOf(around, file)?.root : own?.root;
  };
  /** Every part of a snapshot and most rules ask for each file again. */
  const roots = new Map<FileId, FileId | undefined>();
  const rootOf = (file: FileId): FileId | undefined => {
    if (!roots.has(file)) roots.set(file, findRoot(file));
    return roots.get(file);
  };
  const filesOf = new Map<FileId, (readonly [FileId, Facts])[]>();
  for (const [file, facts] of files) {
    const root = rootOf(file);
    if (root === undefined) continue;
    const known = filesOf.get(root);
    if (known) known.push([file, facts]);
    else filesOf.set(root, [[file, facts]]);
  }
  return {
    solutions: [...manifests.values()].map((manifest) => ({ ...manifest, files: filesOf.get(manifest.root) ?? [] })),
    rootOf,
  };
}

function findManifests(files: ReadonlyMap<FileId, Facts>): ReadonlyMap<FileId, Manifest> {
  const manifests = new Map<FileId, Manifest>();
  for (const [file, facts] of files) {
    if (facts.kind !== 'solution') continue;
    const root = rootOfManifest(file);
    // `Other/Solution.xml` and `solution.xml` of one folder: the first one in order speaks for it.
    if (manifests.has(root)) continue;
    manifests.set(root, { root, file, facts, parts: facts.isYaml ? findParts(files, root) : [] });
  }
  return manifests;
}

function findParts(files: ReadonlyMap<FileId, Facts>, folder: FileId): SolutionPartFacts[] {
  return [...files].flatMap(([file, facts]) =>
    facts.kind === 'solutionPart' && parentFolder(file) === folder ? [facts] : [],
  );
}

function rootOfManifest(file: FileId): FileId {
  const folder = parentFolder(file);
  return baseName(folder).toLowerCase() === 'other' ? parentFolder(folder) : folder;
}

/** The solutions of the YAML source layout whose `solutions/` lies in one folder, with what they list. */
interface Shared {
  readonly folder: FileId;
  readonly solutions: readonly Manifest[];
}

function groupByFolder(manifests: readonly Manifest[]): ReadonlyMap<FileId, Shared> {
  const groups = new Map<FileId, { folder: FileId; solutions: Manifest[] }>();
  for (const manifest of manifests) {
    const folder = parentFolder(parentFolder(manifest.root));
    const known = groups.get(folder);
    if (known) known.solutions.push(manifest);
    else groups.set(folder, { folder, solutions: [manifest] });
  }
  return groups;
}

/** The first solution that lists the file; a single one has whatever lies around it. */
function chooseOf({ folder, solutions }: Shared, file: FileId): Manifest | undefined {
  const path = fold(file.slice(folder.length + 1));
  const lists = ({ parts }: Manifest): boolean =>
    parts.some(({ components }) => components.some((component) => isAbout(fold(component).replace(/^\//, ''), path)));
  return solutions.find(lists) ?? (solutions.length === 1 ? solutions[0] : undefined);
}

/** A component is named by its folder, by its file with or without an extension, or by its GUID. */
function isAbout(component: string, path: string): boolean {
  if (component === '') return false;
  if (path === component || path.startsWith(`${component}/`) || path.startsWith(`${component}.`)) return true;
  const guid = guidInPath(path);
  const isSameKind = component.split('/', 1)[0] === path.split('/', 1)[0];
  return guid !== undefined && isSameKind && component.endsWith(guid);
}

/** What stands at the deepest folder around a file. */
function findAbove<T>(byFolder: ReadonlyMap<FileId, T>, file: FileId): T | undefined {
  if (byFolder.size === 0) return undefined;
  for (let folder = parentFolder(file); ; folder = parentFolder(folder)) {
    const found = byFolder.get(folder);
    if (found !== undefined || folder === '') return found;
  }
}
