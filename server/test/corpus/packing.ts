/** A converted solution packs: as a zip it is the same solution. */
import { buildGraph } from '../../src/features/graph';
import { openArchives } from '../../src/host/archives';
import { Workspace } from '../../src/host/workspace';
import type { FileId } from '../../src/model/place';
import { memoryFileSystem } from '../memoryFileSystem';
import { zipFile } from '../zipFile';
import { planned, writeTo } from './changes';
import type { Property } from './property';
import { openOn, openUnit } from './units';

export const convertedSolutionsPack: Property = {
  name: 'a converted solution, zipped and read back, has the same graph',
  counted: 'solutions',
  scopes: ['solution'],

  check(unit, report) {
    const { workspace, disk } = openUnit(unit);
    const [solution] = workspace.snapshot.solutions;
    // Only XML sources have the files that an archive has.
    if (solution?.customizations !== 'read' || /\.ya?ml$/i.test(solution.file)) return;
    const request = { kind: 'convert', scope: 'workspace', declares: true, creates: true } as const;
    const change = planned(workspace, request, report);
    if (!change) return;
    writeTo(disk, workspace, change);
    const converted = openOn(disk, unit.root).workspace;
    const archive = '/solution.zip';
    const entries = disk
      .files()
      .map((file) => ({ name: packedName(file, unit.root), content: disk.readFile(file) ?? '' }));
    const zipped = memoryFileSystem({ [archive]: zipFile(entries) });
    const { archives, readable } = openArchives([archive], zipped);
    const packed = new Workspace({ fileSystem: archives.fileSystem });
    Array.from(packed.open(readable));
    report.count();
    const [expected, found] = [describe(converted), describe(packed)];
    if (expected !== found) report.fail(`${unit.root}: the archive has another graph\n${expected}\n---\n${found}`);
  },
};

/** Packers put the manifest and the customizations at the top. */
function packedName(file: FileId, root: FileId): string {
  return file
    .slice(root.length + 1)
    .replace(/^other\/(solution|customizations)\.xml$/i, (_, name: string) => `${name.toLowerCase()}.xml`);
}

/** Labels of nodes and what they are joined to: ids of flows hold paths, which an archive changes. */
function describe({ snapshot }: Workspace): string {
  const { nodes, edges } = buildGraph(snapshot, () => []);
  const labels = new Map(nodes.map(({ id, kind, label }) => [id, `${kind} ${label}`]));
  return [...labels.values(), ...edges.map(({ from, to }) => `${labels.get(from) ?? from} → ${labels.get(to) ?? to}`)]
    .sort()
    .join('\n');
}
